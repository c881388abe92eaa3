package dev.chancery.core.x509;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Random;
import org.bouncycastle.util.io.pem.PemReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("PEM (RFC 7468)")
class PemTest {
    @Test
    @DisplayName("has lines of 64 characters and is read back by others and by us, whatever the length")
    void roundTrip() throws Exception {
        Random random = new Random(1);
        for (int length = 0; length < 200; length++) {
            byte[] octets = new byte[length];
            random.nextBytes(octets);

            String pem = Pem.encode("X509 CRL", Der.copyOf(octets));

            assertThat(pem.lines())
                    .allMatch(line -> line.length() <= 64)
                    .first()
                    .isEqualTo("-----BEGIN X509 CRL-----");
            assertThat(Pem.decode(pem, "X509 CRL").octets()).isEqualTo(octets);
            assertThat(new PemReader(new StringReader(pem)).readPemObject().getContent())
                    .isEqualTo(octets);
        }
    }

    @Test
    @DisplayName("is read with CRLF, with text around it, and the first of several")
    void forgiving() {
        String two = "Subject: x\r\n"
                + Pem.encode("CERTIFICATE", Der.fromHex("3000")).replace("\n", "\r\n")
                + Pem.encode("CERTIFICATE", Der.fromHex("3001"));

        assertThat(Pem.decode(two, "CERTIFICATE").hex()).isEqualTo("3000");
    }

    @Test
    @DisplayName("is refused under another label or without an end, by the label")
    void refused() {
        String pem = Pem.encode("CERTIFICATE", Der.fromHex("3000"));

        assertThatThrownBy(() -> Pem.decode(pem, "X509 CRL"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-----BEGIN X509 CRL-----");
        assertThatThrownBy(() -> Pem.decode(pem.replace("END", "STOP"), "CERTIFICATE"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
