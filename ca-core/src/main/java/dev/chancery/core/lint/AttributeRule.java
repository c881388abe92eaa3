package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.List;
import java.util.Optional;

/** A rule about every attribute of the subject. The issuer's name is a copy, and was judged when it was a subject. */
abstract class AttributeRule extends CertificateRule {
    AttributeRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    @Override
    final Optional<String> judge(JudgedCertificate certificate) {
        for (List<Attribute> rdn : certificate.subject().rdns()) {
            for (Attribute attribute : rdn) {
                Optional<String> wrong = judge(attribute);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return fine();
    }

    abstract Optional<String> judge(Attribute attribute);
}
