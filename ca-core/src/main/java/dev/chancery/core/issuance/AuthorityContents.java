package dev.chancery.core.issuance;

import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.Validity;

/** What a CA certificate will say; everything else in it follows from its key and its issuer. */
public record AuthorityContents(SubjectName subject, Validity validity, CaConstraint constraint) {
    public AuthorityContents {
        if (subject.isEmpty()) {
            throw new IllegalArgumentException(
                    "a CA has a subject that is not empty, its certificates name it (RFC 5280 §4.1.2.6)");
        }
    }
}
