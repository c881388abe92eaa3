package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Optional;

/** Windows ignores the certificate at renewal otherwise. */
final class MicrosoftTemplateForm extends CertificateRule {
    MicrosoftTemplateForm() {
        super(
                "microsoft-template-form",
                Severity.ERROR,
                "MS-WCCE §2.2.2.7.7.2",
                "extensions",
                "Microsoft template information is an identifier with a version.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<DerCursor> value =
                certificate.extension(ObjectIdentifiers.MICROSOFT_TEMPLATE).map(JudgedExtension::value);
        if (value.isEmpty()) {
            return fine();
        }
        List<DerCursor> parts = Asn1.sequence(value.get(), "template information");
        boolean good = !parts.isEmpty() && parts.size() <= 3 && parts.get(0).tag() == Asn1.OBJECT_IDENTIFIER;
        for (int i = 1; good && i < parts.size(); i++) {
            good = Asn1.integer(parts.get(i), "a version of a template").signum() >= 0;
        }
        return good ? fine() : wrong("template information is not an identifier with a version");
    }
}
