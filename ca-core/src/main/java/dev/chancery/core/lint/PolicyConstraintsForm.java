package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.Optional;

/** A count is never negative, and there are no other parts. */
final class PolicyConstraintsForm extends CertificateRule {
    PolicyConstraintsForm() {
        super(
                "policy-constraints-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.11",
                "policyConstraints",
                "requireExplicitPolicy and inhibitPolicyMapping count certificates from zero.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<DerCursor> value =
                certificate.extension(ObjectIdentifiers.POLICY_CONSTRAINTS).map(JudgedExtension::value);
        if (value.isPresent()) {
            for (DerCursor part : Asn1.sequence(value.get(), "policyConstraints")) {
                boolean known = part.tag() == 0x80 || part.tag() == 0x81;
                if (!known || part.contentLength() == 0 || part.octet(0) > 0x7f) {
                    return wrong("policyConstraints has a negative count, or a part that it does not have");
                }
            }
        }
        return fine();
    }
}
