package dev.chancery.core.crl;

import dev.chancery.core.fuzz.Target;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlJudge;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CRLs before their judge, read back, and compared. */
public final class CrlTarget implements Target {
    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.RSA_2048);
    private final EncodedCertificate ca = fixture.authority.issuer().certificate();

    @Override
    public List<byte[]> seeds() {
        byte[] empty = fixture.sign().octets().der().octets();
        fixture.revoked(Duration.ofDays(300), RevocationReason.KEY_COMPROMISE);
        fixture.revoked(Duration.ofDays(300), RevocationReason.CERTIFICATE_HOLD);
        fixture.revoke(
                fixture.issue(Duration.ofDays(30)), RevocationReason.SUPERSEDED, Optional.of(fixture.clock.instant()));
        return List.of(empty, fixture.sign().octets().der().octets());
    }

    @Override
    public boolean read(byte[] input) {
        Der der = Der.copyOf(input);
        String findings = CrlJudge.judge(der, ca.der()).toString();
        readBack(der);
        try {
            CrlContent content = CrlContent.read(der);
            String shown = findings + content.issuer() + " " + content.thisUpdate() + content.nextUpdate()
                    + content.number() + content.deltaBase() + content.nextPublish() + content.count();
            List<BigInteger> serials = new ArrayList<>();
            content.forEach((serial, date, reason) -> serials.add(serial));
            return !shown.isEmpty() && serials.size() == content.count();
        } catch (IllegalArgumentException e) {
            // Its documented answer to what is no CRL.
            return false;
        }
    }

    private void readBack(Der der) {
        try {
            CrlReader.read("issuing", ca, CrlOctets.of(der));
        } catch (IllegalArgumentException e) {
            // Its documented answer to what is no CRL of this CA.
            return;
        }
    }
}
