package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/** An empty list is not allowed, and a relative address leads nowhere. */
final class SiaForm extends CertificateRule {
    SiaForm() {
        super(
                "sia-form",
                Severity.ERROR,
                "RFC 5280 §4.2.2.2",
                "subjectInfoAccess",
                "subjectInfoAccess, when present, describes an access, and its addresses are absolute.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<DerCursor> value = certificate
                .extension(ObjectIdentifiers.SUBJECT_INFORMATION_ACCESS)
                .map(JudgedExtension::value);
        if (value.isEmpty()) {
            return fine();
        }
        List<AccessDescription> all = AccessDescription.readAll(value.get());
        for (AccessDescription access : all) {
            if (access.location().uri()
                    && !Characters.absoluteUri(access.location().text())) {
                return wrong(Shown.quoted(access.location().text()) + " is no absolute address");
            }
        }
        return all.isEmpty() ? wrong("subjectInfoAccess is empty") : fine();
    }
}
