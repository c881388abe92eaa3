package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Der;
import java.security.KeyPair;
import java.security.Provider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Proof of possession (RFC 2986 §3)")
class ProofOfPossessionTest {
    private static final KeyPair RSA = SampleRequest.rsa(2048);

    /** Each with the providers that may verify: Amazon's, Bouncy Castle's, the JDK's alone. */
    static Stream<List<Provider>> providers() {
        List<Provider> amazon = ServiceLoader.load(Provider.class).stream()
                .filter(candidate -> candidate.type().getName().contains("AmazonCorretto"))
                .map(ServiceLoader.Provider::get)
                .toList();
        assertThat(amazon).hasSize(1);
        return Stream.of(amazon, List.of(new BouncyCastleProvider()), List.of());
    }

    @ParameterizedTest
    @MethodSource("providers")
    @DisplayName("holds for every signature algorithm that requests are made with, and for no changed octet")
    void algorithms(List<Provider> preferred) {
        CertificateRequestReader reader = new CertificateRequestReader(preferred);
        for (String algorithm : List.of(
                "SHA1withRSA", "SHA224withRSA", "SHA256withRSA", "SHA384withRSA", "SHA512withRSA", "RSASSA-PSS")) {
            assertProven(reader, new SampleRequest(RSA).signedWith(algorithm));
        }
        for (String curve : List.of("secp256r1", "secp384r1", "secp521r1")) {
            KeyPair pair = SampleRequest.keyPair("EC", curve);
            for (String digest : List.of("SHA1", "SHA224", "SHA256", "SHA384", "SHA512")) {
                assertProven(reader, new SampleRequest(pair).signedWith(digest + "withECDSA"));
            }
        }
        for (String edwards : List.of("Ed25519", "Ed448")) {
            assertProven(reader, new SampleRequest(SampleRequest.keyPair(edwards, "")).signedWith(edwards));
        }
    }

    private static void assertProven(CertificateRequestReader reader, SampleRequest request) {
        byte[] der = request.der().octets();
        Outcomes.accepted(reader.read(der));

        byte[] otherSubject = der.clone();
        int letter = new String(der, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("www.lab");
        otherSubject[letter] = 'v';
        assertThat(Outcomes.objection(reader.read(otherSubject)).rule()).isEqualTo("csr-signature");

        byte[] otherSignature = der.clone();
        otherSignature[der.length - 5] ^= 1;
        assertThat(Outcomes.objection(reader.read(otherSignature)).rule()).isEqualTo("csr-signature");
    }

    @Test
    @DisplayName("fails for another key of the same kind, and for a key of another kind")
    void otherKey() {
        Der other =
                Der.copyOf(SampleRequest.keyPair("EC", "secp256r1").getPublic().getEncoded());
        CsrOutcome sameKind =
                Outcomes.read(new SampleRequest().publicKeyInfo(other).pemOctets());
        CsrOutcome otherKind = Outcomes.read(new SampleRequest(RSA)
                .signedWith("SHA256withRSA")
                .publicKeyInfo(other)
                .pemOctets());

        assertThat(Outcomes.objection(sameKind).message()).contains("does not hold");
        assertThat(Outcomes.objection(otherKind).message())
                .contains("SHA256withRSA")
                .contains("of the kind EC");
        assertThat(Outcomes.rejected(sameKind).malformed()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"MD5withRSA", "MD2withRSA"})
    @DisplayName("is not accepted from a broken digest")
    void broken(String algorithm) {
        CsrOutcome outcome =
                Outcomes.read(new SampleRequest(RSA).signedWith(algorithm).pemOctets());

        assertThat(Outcomes.objection(outcome).rule()).isEqualTo("csr-signature-algorithm");
        assertThat(Outcomes.objection(outcome).message()).contains(algorithm.substring(0, 3));
    }

    @Test
    @DisplayName("is not even tried with a key that is refused")
    void weakKeyFirst() {
        KeyPair small = SampleRequest.rsa(1024);
        CsrOutcome outcome = Outcomes.read(
                new SampleRequest(small).signedWith("SHA256withRSA").pemOctets());

        assertThat(Outcomes.rules(outcome)).containsExactly("key-rsa-size");
    }
}
