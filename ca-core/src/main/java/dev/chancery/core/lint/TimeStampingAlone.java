package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** Clients refuse its time stamps otherwise. */
final class TimeStampingAlone extends CertificateRule {
    TimeStampingAlone() {
        super(
                "eku-time-stamping-alone",
                Severity.ERROR,
                "RFC 3161 §2.3",
                "extKeyUsage",
                "A time-stamping authority has that purpose only, and extKeyUsage is critical.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.standard().hasPurpose(ObjectIdentifiers.TIME_STAMPING)
                        && certificate.endEntity()
                        && (certificate.standard().purposes().orElse(List.of()).size() > 1
                                || !certificate
                                        .extension(ObjectIdentifiers.EXTENDED_KEY_USAGE)
                                        .orElseThrow()
                                        .critical())
                ? wrong("time stamping stands beside other purposes, or extKeyUsage is not critical")
                : fine();
    }
}
