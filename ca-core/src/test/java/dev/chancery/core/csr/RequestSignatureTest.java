package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The signature algorithm of a request")
class RequestSignatureTest {
    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ELEMENTS = 100;

    @Test
    @DisplayName("is read or refused, and raises nothing, whatever value any octet of RSASSA-PSS takes (RFC 4055 §3.1)")
    void everyOctet() throws IOException {
        byte[] good = pss();
        assertThat(RequestSignature.read(Der.copyOf(good)).signature()).isPresent();
        for (int at = 0; at < good.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] damaged = good.clone();
                damaged[at] = (byte) value;
                assertThatCode(() -> readIfWellFormed(damaged))
                        .as("octet %d is %02x", at, value)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static void readIfWellFormed(byte[] algorithm) {
        try {
            DerCursor.walk(algorithm, MAXIMUM_DEPTH, MAXIMUM_ELEMENTS);
            RequestSignature.Reading reading = RequestSignature.read(Der.copyOf(algorithm));
            assertThat(reading.signature().isPresent())
                    .isNotEqualTo(reading.objection().isPresent());
        } catch (MalformedDerException e) {
            assertThat(e).hasMessageMatching(".+"); // what the reader of requests tells the sender
        }
    }

    private static byte[] pss() throws IOException {
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        return new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_RSASSA_PSS,
                        new RSASSAPSSparams(
                                sha256,
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256),
                                new ASN1Integer(32),
                                new ASN1Integer(1)))
                .getEncoded("DER");
    }
}
