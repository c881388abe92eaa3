package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** Only a CA publishes what it issues. */
final class SiaRepositoryOnlyInCa extends CertificateRule {
    SiaRepositoryOnlyInCa() {
        super(
                "sia-repository-only-in-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.2.2",
                "subjectInfoAccess",
                "caRepository stands only in certificates of CAs.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        List<AccessDescription> all = certificate
                .extension(ObjectIdentifiers.SUBJECT_INFORMATION_ACCESS)
                .map(extension -> AccessDescription.readAll(extension.value()))
                .orElse(List.of());
        return !certificate.ca()
                        && all.stream()
                                .anyMatch(access -> access.method().equals(ObjectIdentifiers.ACCESS_CA_REPOSITORY))
                ? wrong("subjectInfoAccess names a repository of a CA, and this is none")
                : fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
