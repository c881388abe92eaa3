package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.x509.RevocationReason;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reading back a CRL")
final class CrlReaderTest {
    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);

    @Test
    @DisplayName("gives all that was known when it was signed, but the moment, which it does not hold")
    void everything() {
        fixture.revoked(Duration.ofDays(365), RevocationReason.SUPERSEDED);
        SignedCrl signed = fixture.sign();

        assertThat(CrlReader.read(signed.issuer(), fixture.authority.issuer().certificate(), signed.octets()))
                .usingRecursiveComparison()
                .ignoringFields("signedAt")
                .isEqualTo(signed);
    }

    @Test
    @DisplayName("believes no other key")
    void otherKey() {
        CrlFixture other = new CrlFixture(KeyAlgorithm.EC_P256);
        SignedCrl signed = fixture.sign();

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> CrlReader.read("issuing", other.authority.issuer().certificate(), signed.octets()))
                .withMessageContaining("no CRL of the CA \"issuing\"");
    }
}
