package dev.chancery.core.x509;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The time in a certificate")
class CertificateTimeTest {
    @ParameterizedTest
    @CsvSource({
        "260101000000Z, 2026-01-01T00:00:00Z",
        "491231235959Z, 2049-12-31T23:59:59Z",
        "500101000000Z, 1950-01-01T00:00:00Z",
        "5101010000Z, 1951-01-01T00:00:00Z",
        "20510101000000Z, 2051-01-01T00:00:00Z",
        "99991231235959Z, 9999-12-31T23:59:59Z",
        "20510101000000.5Z, 2051-01-01T00:00:00.500Z",
        "20510101000000+0100, 2050-12-31T23:00:00Z",
        "260230250000Z, 2026-03-03T01:00:00Z",
    })
    @DisplayName("is what Bouncy Castle says, in usual and unusual forms")
    void sameAsLibrary(String text, String expected) {
        boolean utc = text.indexOf('Z') == 12 || text.indexOf('Z') == 10;
        Time time = new Time(utc ? new DERUTCTime(text) : new DERGeneralizedTime(text));
        assertThat(CertificateTime.instant(time)).hasToString(expected);
        assertThat(time.getDate().toInstant()).hasToString(expected);
    }
}
