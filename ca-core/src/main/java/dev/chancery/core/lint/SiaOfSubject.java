package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the issuer's certificate and OCSP are, authorityInfoAccess says; nobody looks for them here. */
final class SiaOfSubject extends CertificateRule {
    private static final Set<String> OF_ISSUER =
            Set.of(ObjectIdentifiers.ACCESS_OCSP, ObjectIdentifiers.ACCESS_CA_ISSUERS);

    SiaOfSubject() {
        super(
                "sia-of-subject",
                Severity.ERROR,
                "RFC 5280 §4.2.2.2",
                "subjectInfoAccess",
                "subjectInfoAccess has no access method of authorityInfoAccess.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        List<AccessDescription> all = certificate
                .extension(ObjectIdentifiers.SUBJECT_INFORMATION_ACCESS)
                .map(extension -> AccessDescription.readAll(extension.value()))
                .orElse(List.of());
        return all.stream()
                .map(AccessDescription::method)
                .filter(OF_ISSUER::contains)
                .findFirst()
                .flatMap(method -> wrong("subjectInfoAccess has the method " + method + " of authorityInfoAccess"));
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
