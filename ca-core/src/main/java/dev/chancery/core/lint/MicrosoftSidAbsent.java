package dev.chancery.core.lint;

import java.util.Optional;

/** It maps the holder to a Windows account, whatever the names say. */
final class MicrosoftSidAbsent extends CertificateRule {
    MicrosoftSidAbsent() {
        super(
                "microsoft-sid-refused",
                Severity.ERROR,
                "MS-WCCE §2.2.2.7.7.4",
                "extensions",
                "There is no Microsoft security identifier.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.extension(ObjectIdentifiers.MICROSOFT_SID).isPresent()
                ? wrong("extension " + ObjectIdentifiers.MICROSOFT_SID + " names a Windows account (SID)")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
