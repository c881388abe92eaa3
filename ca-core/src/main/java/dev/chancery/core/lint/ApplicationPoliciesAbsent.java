package dev.chancery.core.lint;

import java.util.Optional;

/** Windows prefers them to extKeyUsage, so they smuggle in purposes that nobody granted. */
final class ApplicationPoliciesAbsent extends CertificateRule {
    ApplicationPoliciesAbsent() {
        super(
                "application-policies-refused",
                Severity.ERROR,
                "MS-WCCE §2.2.2.7.7.3",
                "extensions",
                "There are no Microsoft application policies.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .extension(ObjectIdentifiers.MICROSOFT_APPLICATION_POLICIES)
                        .isPresent()
                ? wrong("extension " + ObjectIdentifiers.MICROSOFT_APPLICATION_POLICIES
                        + " (application policies) overrides extKeyUsage on Windows")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.NOTICE;
    }
}
