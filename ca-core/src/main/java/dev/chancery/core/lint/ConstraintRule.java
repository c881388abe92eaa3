package dev.chancery.core.lint;

import java.util.Optional;

/** A rule about every subtree of the name constraints. */
abstract class ConstraintRule extends CertificateRule {
    ConstraintRule(String id, Severity severity, String citation, String text) {
        super(id, severity, citation, "nameConstraints", text);
    }

    @Override
    final Optional<String> judge(JudgedCertificate certificate) {
        Optional<NameConstraints> constraints = NameConstraints.of(certificate);
        if (constraints.isPresent()) {
            for (NameConstraints.Subtree subtree : constraints.get().all()) {
                Optional<String> wrong = judge(subtree);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return fine();
    }

    abstract Optional<String> judge(NameConstraints.Subtree subtree);
}
