package dev.chancery.publisher.check;

import dev.chancery.publisher.check.HttpFetch.Answer;
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
            findings.add(redirect(status, answer.headers().firstValue("location"), what));
            return findings;
        }
        if (status != 200) {
            findings.add(CheckFinding.fault(
                    CheckReason.STATUS, "The address answers with status " + status + " instead of 200.", status));
            return findings;
        }
        String type = answer.headers().firstValue("content-type").orElse("");
        String plain = type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        if (!plain.equals(contentType)) {
            findings.add(otherType(type, contentType));
        }
        Optional<String> encoding = answer.headers().firstValue("content-encoding");
        if (encoding.isPresent()) {
            findings.add(CheckFinding.fault(
                    CheckReason.COMPRESSED,
                    "The answer is compressed (" + printable(encoding.get())
                            + ") though nobody asked for that: validating servers cannot read it. Something between"
                            + " changes what this server sends.",
                    printable(encoding.get())));
        }
        return findings;
    }

    private static CheckFinding redirect(int status, Optional<String> location, String what) {
        String to = location.map(AnswerVerdict::printable).orElse("");
        String message = "The address redirects (status " + status + (location.isPresent() ? ", to " + to : "")
                + "). Many validating servers do not follow, least of all to https: serve this " + what
                + " itself at this address.";
        return location.isPresent()
                ? CheckFinding.fault(CheckReason.REDIRECT_TO, message, status, to)
                : CheckFinding.fault(CheckReason.REDIRECT, message, status);
    }

    private static CheckFinding otherType(String type, String expected) {
        String rest = ", not " + expected + " (RFC 2585): some validating servers refuse that.";
        return type.isEmpty()
                ? CheckFinding.warning(CheckReason.TYPE_MISSING, "The content type is missing" + rest, expected)
                : CheckFinding.warning(
                        CheckReason.TYPE_OTHER,
                        "The content type is \"" + printable(type) + "\"" + rest,
                        expected,
                        printable(type));
    }

    static String printable(String foreign) {
        StringBuilder text = new StringBuilder();
        foreign.chars().limit(200).forEach(c -> text.append(c >= 0x20 && c < 0x7f ? (char) c : '?'));
        return text.toString();
    }
}
