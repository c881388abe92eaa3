package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** A rule about every element of one universal type, wherever in the certificate it stands. */
abstract class ElementRule extends CertificateRule {
    private final int tag;

    ElementRule(String id, Severity severity, String citation, String field, String text, int tag) {
        super(id, severity, citation, field, text);
        this.tag = tag;
    }

    @Override
    final Optional<String> judge(JudgedCertificate certificate) {
        for (DerCursor element : certificate.elements()) {
            if (appliesTo(element)) {
                Optional<String> wrong = judge(element);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return fine();
    }

    final boolean appliesTo(DerCursor element) {
        return element.tag() == tag;
    }

    abstract Optional<String> judge(DerCursor element);
}
