package dev.chancery.core.lint;

import java.util.Optional;

/** A label that only looks like an A-label is shown as anything by anybody. */
final class DnsALabel extends DnsNameRule {
    DnsALabel() {
        super(
                "dns-a-label",
                Severity.ERROR,
                "RFC 5890 §2.3.2.1, RFC 3492 §6.2",
                "A label with two hyphens in third place is xn-- and decodes to an internationalised one.");
    }

    @Override
    Optional<String> judge(String name) {
        if (name.indexOf("--") < 0) {
            return fine();
        }
        for (String label : labels(name)) {
            if (label.length() > 3 && label.startsWith("--", 2) && !ALabel.valid(label)) {
                return wrong(Shown.quoted(name) + " has the label " + Shown.quoted(label) + ", which is no A-label");
            }
        }
        return fine();
    }
}
