package dev.chancery.core.lint;

import dev.chancery.core.fuzz.Target;
import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Optional;

/** OCSP responses before the judge, with and without their CA. */
public final class OcspTarget implements Target {
    private final Der issuer = OcspDraft.root();

    @Override
    public List<byte[]> seeds() {
        return List.of(
                OcspDraft.good().response().octets(),
                OcspSamples.bySelf().response().octets(),
                OcspSamples.failed(3).response().octets());
    }

    @Override
    public boolean read(byte[] input) {
        Der der = Der.copyOf(input);
        OcspJudge.judge(der, Optional.empty());
        return OcspJudge.judge(der, Optional.of(issuer)).stream()
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
