package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlJudge;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What our own CRL issuer signs")
class OwnCrlsTest {
    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"RSA_2048", "EC_P256", "EC_P384"})
    @DisplayName("passes every rule, with nothing revoked and with every reason")
    void passes(KeyAlgorithm algorithm) {
        CrlFixture fixture = new CrlFixture(algorithm);
        Der ca = fixture.authority.issuer().certificate().der();
        SignedCrl first = fixture.sign();
        assertThat(CrlJudge.judge(first.octets().der(), ca)).isEmpty();
        for (RevocationReason reason : RevocationReason.values()) {
            fixture.revoked(Duration.ofDays(90), reason);
        }
        Instant invalid = CrlFixture.NOW;
        fixture.revoke(fixture.issue(Duration.ofDays(90)), RevocationReason.KEY_COMPROMISE, Optional.of(invalid));
        SignedCrl second = fixture.sign(Optional.of(first));
        assertThat(CrlJudge.judge(second.octets().der(), ca)).isEmpty();
        CrlContent content = CrlContent.read(second.octets().der());
        assertThat(content.count()).isEqualTo(RevocationReason.values().length + 1);
        assertThat(content.number()).contains(second.number().value());
        assertThat(content.nextPublish()).contains(second.nextPublish());
    }
}
