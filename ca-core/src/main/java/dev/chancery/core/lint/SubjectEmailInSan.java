package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;

/** Mail programs look there; the attribute is a relic. */
final class SubjectEmailInSan extends CertificateRule {
    SubjectEmailInSan() {
        super(
                "subject-email-in-san",
                Severity.WARNING,
                "RFC 5280 §4.1.2.6",
                "subject",
                "A mail address of the subject is an alternative name, too.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (Attribute attribute : certificate.subject().attributes()) {
            if (attribute.oid().equals(ObjectIdentifiers.EMAIL_ADDRESS)
                    && certificate.standard().namesOrNone().stream()
                            .noneMatch(name -> name.email() && name.text().equalsIgnoreCase(attribute.text()))) {
                return wrong("the mail address " + Shown.quoted(attribute.text()) + " is no alternative name");
            }
        }
        return fine();
    }
}
