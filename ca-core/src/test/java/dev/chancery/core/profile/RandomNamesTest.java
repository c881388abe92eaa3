package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.RequestedName.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random names against one regular expression each, written down from the RFCs without a look at the code. */
class RandomNamesTest {
    private static final int ROUNDS = 25_000;

    /** RFC 5890 LDH labels; no label "??--", since that needs Punycode to judge; not the shape of an IPv4 address. */
    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)(?!(.*\\.)?([0-9]+|0x[0-9a-f]*)$)"
            + "(\\*\\.(?=[^.]+\\.[^.]))?"
            + "((?![^.]{2}--)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*(?![^.]{2}--)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern USABLE_IPV4 =
            Pattern.compile("(?!0\\.0\\.0\\.0$)(?!2(2[4-9]|[345].)\\.)" + OCTET + "(\\." + OCTET + "){3}");

    private final CertificateProfile server = SampleProfile.tlsServer().build();
    private final Random random = new Random(5280);

    @Test
    @DisplayName("A host name is granted exactly when it is one")
    void hosts() {
        int granted = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String text = random("abz09-.*_ é:@", "abz", 18);
            boolean good = HOST.matcher(text).matches();
            same(granted(Kind.DNS, text), good, text);
            granted += good ? 1 : 0;
        }
        assertThat(granted).isBetween(ROUNDS / 50, ROUNDS - ROUNDS / 50);
    }

    @Test
    @DisplayName("Subjects, validities and names of any text are granted or refused, and never a fault")
    void anything() {
        CertificateProfile client = SampleProfile.tlsClient().build();
        for (int i = 0; i < ROUNDS / 5; i++) {
            Wishes wishes = new Wishes(
                    Optional.of(List.of(new RequestedName(any(Kind.values()), noise(), "names[0]"))),
                    Optional.of(any("CN=", "O=", "2.5.4.3=", "CN=a+O=", "#", "") + noise()),
                    Optional.of(any("P", "PT", "1 ", "") + noise()));
            for (CertificateProfile profile : List.of(server, client)) {
                GrantOutcome outcome = Granting.bare().wish(wishes).by(profile);
                assertThat(outcome.<Boolean>fold(grant -> true, refused -> !refused.isEmpty()))
                        .isTrue();
            }
        }
    }

    private String noise() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(any(
                    "a", "9", "=", ",", "+", "\\", "\"", "#", "0500", ".", ":", "@", "/", "%", "*", " ", "Y", "D", "T",
                    "\u0000", "\u202e", "ß", "\ud800", "\n", ";", "<", "2.5.4.6", "CN", "xn--", "[", "]"));
        }
        return text.toString();
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    @Test
    @DisplayName("An IPv4 address is granted exactly when it is one that a server can have")
    void ipv4() {
        int granted = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String text = random.nextInt(3) == 0
                    ? random("0123456789.", "129", 15)
                    : random.nextInt(280) + "." + number() + "." + number() + "." + random.nextInt(280);
            boolean good = USABLE_IPV4.matcher(text).matches();
            same(granted(Kind.IP, text), good, text);
            granted += good ? 1 : 0;
        }
        assertThat(granted).isBetween(ROUNDS / 50, ROUNDS - ROUNDS / 50);
    }

    @Test
    @DisplayName("An IPv6 address is read as the JDK reads it, which only takes longer groups as well")
    void ipv6() throws Exception {
        int good = 0;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            String text = random("0123abcf::::.", "12af", 24);
            if (text.contains(":") && !text.matches(".*[0-9a-f]{5}.*")) {
                Optional<String> ours =
                        IpLiteral.parse(text).map(ip -> ip.address().hex());
                same(ours, jdk(text), text);
                good += ours.isPresent() ? 1 : 0;
            }
        }
        assertThat(good).isGreaterThan(100);
    }

    /** AssertJ alone would take most of the time. */
    private static void same(Object ours, Object theirs, String text) {
        if (!ours.equals(theirs)) {
            assertThat(ours).as("\"%s\"", text).isEqualTo(theirs);
        }
    }

    /** A text with a colon is never looked up: it is an address or refused. */
    private static Optional<String> jdk(String text) {
        try {
            byte[] octets = java.net.InetAddress.getByName(text).getAddress();
            return Optional.of(java.util.HexFormat.of().formatHex(octets));
        } catch (java.net.UnknownHostException e) {
            return Optional.empty();
        }
    }

    private String number() {
        int value = random.nextInt(300);
        return random.nextInt(12) == 0 ? "0" + value : Integer.toString(value);
    }

    private String random(String alphabet, String frequent, int longest) {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(longest); length > 0; length--) {
            String from = random.nextInt(3) == 0 ? alphabet : frequent;
            text.append(from.charAt(random.nextInt(from.length())));
            if (random.nextInt(6) == 0) {
                text.append(alphabet.contains("::") ? ':' : '.');
            }
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private boolean granted(Kind kind, String text) {
        Granting granting = Granting.bare().csrNames(List.of(new RequestedName(kind, text, "csr")));
        return granting.by(server).fold(grant -> true, objections -> false);
    }
}
