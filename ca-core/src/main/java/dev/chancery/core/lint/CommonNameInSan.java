package dev.chancery.core.lint;

import dev.chancery.core.lint.EncodedName.Attribute;
import java.util.Optional;

/** Old clients look at the common name, new ones do not: both must see the same. */
final class CommonNameInSan extends CertificateRule {
    CommonNameInSan() {
        super(
                "common-name-in-san",
                Severity.ERROR,
                "CA/B Baseline Requirements §7.1.4.3",
                "subject",
                "The common name of a server is one of its alternative names.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        if (!certificate.standard().server() || certificate.standard().names().isEmpty()) {
            return fine();
        }
        for (Attribute attribute : certificate.subject().attributes()) {
            if (attribute.oid().equals(ObjectIdentifiers.COMMON_NAME) && !named(certificate, attribute.text())) {
                return wrong("the common name " + Shown.quoted(attribute.text()) + " is none of the alternative names");
            }
        }
        return fine();
    }

    private static boolean named(JudgedCertificate certificate, String commonName) {
        for (GeneralName name : certificate.standard().namesOrNone()) {
            if (name.dns() && name.text().equalsIgnoreCase(commonName)
                    || !name.dns() && name.label().endsWith(":" + commonName)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
