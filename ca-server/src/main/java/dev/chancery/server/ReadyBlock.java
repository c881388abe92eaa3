package dev.chancery.server;

import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.EncodedCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code serve} prints once, when it is ready: everything that somebody needs who has just started it. */
record ReadyBlock(
        Path data,
        EncodedCertificate root,
        EncodedCertificate issuing,
        String crlUrl,
        Optional<SignedCrl> crl,
        String webAddress,
        Optional<String> firstPassword,
        Duration took,
        List<String> warnings,
        ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    String text() {
        StringBuilder block = new StringBuilder("\nChancery is ready.\n\n");
        line(block, "Data", data.toString());
        line(block, "Root CA", root.subject().shortName());
        String fingerprint = root.fingerprint().colonHex();
        line(block, "  SHA-256", fingerprint.substring(0, 48));
        line(block, "", fingerprint.substring(48));
        line(block, "Issuing CA", issuing.subject().shortName());
        line(
                block,
                "CRL",
                crlUrl
                        + crl.map(found -> ", number " + found.number() + ", next publication "
                                        + TIME.format(found.nextPublish().atZone(zone)))
                                .orElse(", not published yet: see the log"));
        line(block, "Web", webAddress);
        firstPassword.ifPresent(password -> {
            line(block, "Sign in", webAddress + "sign-in as admin");
            line(block, "Password", password + "   (shown this once; you choose your own when you sign in)");
        });
        line(block, "Took", String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0));
        for (String warning : warnings) {
            block.append("\n! ").append(wrap(warning)).append('\n');
        }
        return block.append("\nStop it with Ctrl-C.\n").toString();
    }

    private static void line(StringBuilder block, String label, String value) {
        block.append(String.format(Locale.ROOT, "  %-12s%s%n", label, value));
    }

    private static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder();
        int column = 2;
        for (String word : text.split(" ")) {
            if (column + word.length() > 100) {
                wrapped.append("\n  ");
                column = 2;
            } else if (!wrapped.isEmpty()) {
                wrapped.append(' ');
                column++;
            }
            wrapped.append(word);
            column += word.length();
        }
        return wrapped.toString();
    }
}
