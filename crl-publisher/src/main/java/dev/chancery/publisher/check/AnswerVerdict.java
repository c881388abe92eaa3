package dev.chancery.publisher.check;

import dev.chancery.publisher.check.HttpFetch.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges what an HTTP answer says about itself: status, redirect, type, encoding (RFC 2585, STANDARDS.md "HTTP serving"). */
final class AnswerVerdict {
    private AnswerVerdict() {}

    static List<CheckFinding> judge(Answer answer, String contentType, String what) {
        List<CheckFinding> findings = new ArrayList<>();
        int status = answer.status();
        if (status / 100 == 3) {
            findings.add(CheckFinding.fault("The address redirects (status " + status
                    + answer.headers()
                            .firstValue("location")
                            .map(to -> ", to " + printable(to))
                            .orElse("")
                    + "). Many validating servers do not follow, least of all to https: serve this " + what
                    + " itself at this address."));
            return findings;
        }
        if (status != 200) {
            findings.add(CheckFinding.fault("The address answers with status " + status + " instead of 200."));
            return findings;
        }
        String type = answer.headers().firstValue("content-type").orElse("");
        String plain = type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        if (!plain.equals(contentType)) {
            findings.add(CheckFinding.warning("The content type is "
                    + (type.isEmpty() ? "missing" : "\"" + printable(type) + "\"") + ", not " + contentType
                    + " (RFC 2585): some validating servers refuse that."));
        }
        Optional<String> encoding = answer.headers().firstValue("content-encoding");
        if (encoding.isPresent()) {
            findings.add(CheckFinding.fault("The answer is compressed (" + printable(encoding.get())
                    + ") though nobody asked for that: validating servers cannot read it. Something between changes"
                    + " what this server sends."));
        }
        return findings;
    }

    /** What a body begins with that is no DER, as a clause. */
    static String looksLike(byte[] octets) {
        String start = new String(octets, 0, Math.min(octets.length, 200), StandardCharsets.ISO_8859_1).stripLeading();
        if (octets.length == 0) {
            return "nothing at all";
        }
        if (start.startsWith("-----BEGIN")) {
            return "PEM text, where DER belongs";
        }
        return start.startsWith("<") ? "a web page, so that another server seems to answer" : "something else";
    }

    static String printable(String foreign) {
        StringBuilder text = new StringBuilder();
        foreign.chars().limit(200).forEach(c -> text.append(c >= 0x20 && c < 0x7f ? (char) c : '?'));
        return text.toString();
    }
}
