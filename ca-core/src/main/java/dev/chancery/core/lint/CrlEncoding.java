package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/**
 * A serial number with a needless zero in front is not found by software that compares octets, and its certificate
 * passes.
 */
final class CrlEncoding extends CrlRule {
    private static final List<ElementRule> RULES = List.of(
            new DerBoolean(),
            new DerInteger(),
            new DerBitString(),
            new DerObjectIdentifier(),
            new DerNull(),
            new DerSetOrder());

    CrlEncoding() {
        super(
                "crl-encoding",
                Severity.ERROR,
                "X.690 §10, §11",
                "certificateList",
                "The encoding is DER throughout: minimal integers, BOOLEAN 00 or FF, sorted sets.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        Optional<String> wrong = fine();
        for (DerCursor part : crl.fields().frame()) {
            wrong = wrong.isPresent() ? wrong : judge(part);
        }
        for (JudgedExtension extension : crl.extensions()) {
            wrong = wrong.isPresent() ? wrong : judge(extension.value());
        }
        return wrong;
    }

    /** Of one element and all that is in it. */
    static Optional<String> judge(DerCursor element) {
        for (ElementRule rule : RULES) {
            Optional<String> wrong = rule.appliesTo(element) ? rule.judge(element) : fine();
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        if (element.constructed()) {
            for (DerCursor child : element.each()) {
                Optional<String> wrong = judge(child);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return fine();
    }
}
