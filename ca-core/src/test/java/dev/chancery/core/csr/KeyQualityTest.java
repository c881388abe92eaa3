package dev.chancery.core.csr;

import static dev.chancery.core.csr.WeakKeys.F4;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.csr.KeyQuality.Verdict;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Key quality (SECURITY.md rule 5)")
class KeyQualityTest {
    private final KeyQuality quality = new KeyQuality(PredictableKeys.none());
    private final WeakKeys weak = new WeakKeys();

    @Nested
    @DisplayName("of an RSA key")
    class Rsa {
        @ParameterizedTest(name = "{0} bits")
        @ValueSource(ints = {2048, 3072, 4096, 8192})
        @DisplayName("is good with two random primes and the exponent 65537")
        void good(int bits) {
            Verdict verdict = quality.judge(WeakKeys.rsa(weak.goodModulus(bits), F4));

            assertThat(verdict.objections()).isEmpty();
            assertThat(verdict.type().label()).isEqualTo("RSA " + bits);
        }

        @ParameterizedTest(name = "{0} bits")
        @ValueSource(ints = {512, 1024, 2047, 8193, 16384})
        @DisplayName("is refused below 2048 and above 8192 bits, with the number")
        void size(int bits) {
            BigInteger modulus = BigInteger.ONE
                    .shiftLeft(bits - 1)
                    .add(weak.goodModulus(512).shiftLeft(2).setBit(0));

            assertThat(rules(modulus, F4)).contains("key-rsa-size");
            assertThat(quality.judge(WeakKeys.rsa(modulus, F4))
                            .objections()
                            .get(0)
                            .message())
                    .contains("has " + modulus.bitLength() + " bits");
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"1", "3", "17", "257", "65535", "65536", "65538", "4294967296"})
        @DisplayName("is refused with an exponent that is even or below 65537, with its value")
        void exponent(String exponent) {
            Objection objection = refused(WeakKeys.rsa(weak.goodModulus(2048), new BigInteger(exponent)));

            assertThat(objection.rule()).isEqualTo("key-rsa-exponent");
            assertThat(objection.message()).contains("is " + exponent + ";");
        }

        @Test
        @DisplayName("is refused with an exponent as large as its modulus, which hides a small private one")
        void largeExponent() {
            BigInteger modulus = weak.goodModulus(2048);

            assertThat(rules(modulus, modulus.subtract(BigInteger.TWO))).containsExactly("key-rsa-exponent");
        }

        @Test
        @DisplayName("is refused when its modulus is even")
        void even() {
            assertThat(rules(weak.even(), F4)).containsExactly("key-rsa-even");
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(ints = {3, 5, 251, 32_749, 65_521})
        @DisplayName("is refused when a prime below 2^16 divides its modulus, with that prime")
        void smallFactor(int factor) {
            Objection objection = refused(WeakKeys.rsa(weak.smallFactor(factor), F4));

            assertThat(objection.rule()).isEqualTo("key-rsa-small-factor");
            assertThat(objection.message()).contains("divided by " + factor + ".");
        }

        @ParameterizedTest(name = "power {0}")
        @ValueSource(ints = {2, 3, 4, 5, 6, 7, 16, 61})
        @DisplayName("is refused when its modulus is a power")
        void power(int exponent) {
            assertThat(rules(weak.power(exponent), F4)).containsExactly("key-rsa-power");
        }

        @ParameterizedTest(name = "{0} apart")
        @ValueSource(ints = {2, 1000, 1_000_000_000})
        @DisplayName("is refused when its primes are close together")
        void closePrimes(int distance) {
            assertThat(rules(weak.closeFactors(distance), F4)).containsExactly("key-rsa-close-primes");
        }

        @Test
        @DisplayName("is refused with the fingerprint of ROCA")
        void roca() {
            assertThat(rules(weak.roca(), F4)).containsExactly("key-rsa-roca");
        }

        @Test
        @DisplayName("is refused when its modulus is on a list of predictable keys")
        void predictable() {
            BigInteger modulus = weak.goodModulus(2048);
            PredictableKeys list = PredictableKeys.ofList(List.of(PredictableKeysTest.fingerprint(modulus)));

            Verdict verdict = new KeyQuality(list).judge(WeakKeys.rsa(modulus, F4));

            assertThat(verdict.objections()).extracting(Objection::rule).containsExactly("key-rsa-predictable");
        }

        @Test
        @DisplayName("is refused without NULL parameters, and when it is bound to RSASSA-PSS")
        void parameters() {
            BigInteger modulus = weak.goodModulus(2048);
            AlgorithmIdentifier bare = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption);
            AlgorithmIdentifier pss = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, DERNull.INSTANCE);

            assertThat(refused(WeakKeys.rsa(bare, modulus, F4)).rule()).isEqualTo("key-parameters");
            assertThat(refused(WeakKeys.rsa(pss, modulus, F4)).rule()).isEqualTo("key-algorithm");
        }

        @Test
        @DisplayName("is refused when its numbers are negative or padded")
        void encoding() {
            assertThat(refused(WeakKeys.rsa(weak.goodModulus(2048).negate(), F4))
                            .rule())
                    .isEqualTo("key-malformed");
            byte[] padded = HexFormat.of().parseHex("300a0203000003" + "0203010001");
            AlgorithmIdentifier rsa = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
            assertThat(refused(WeakKeys.info(rsa, padded)).rule()).isEqualTo("key-malformed");
        }

        private List<String> rules(BigInteger modulus, BigInteger exponent) {
            return quality.judge(WeakKeys.rsa(modulus, exponent)).objections().stream()
                    .map(Objection::rule)
                    .toList();
        }
    }

    @Nested
    @DisplayName("of an EC key")
    class Elliptic {
        @ParameterizedTest(name = "{0}")
        @CsvSource({"secp256r1, EC P-256", "secp384r1, EC P-384", "secp521r1, EC P-521"})
        @DisplayName("is good on a named NIST curve")
        void good(String curve, String label) {
            for (int i = 0; i < 20; i++) {
                Verdict verdict = quality.judge(info(SampleRequest.keyPair("EC", curve)));
                assertThat(verdict.objections()).isEmpty();
                assertThat(verdict.type().label()).isEqualTo(label);
            }
        }

        @Test
        @DisplayName("is refused when the curve is given by its parameters, even right ones")
        void explicit() {
            byte[] point = SECNamedCurves.getByName("secp256r1").getG().getEncoded(false);

            Objection objection = refused(WeakKeys.ec(SECNamedCurves.getByName("secp256r1"), point));

            assertThat(objection.rule()).isEqualTo("key-ec-explicit");
        }

        @Test
        @DisplayName("is refused without a curve and on any other curve, by its name")
        void otherCurve() {
            byte[] point = SECNamedCurves.getByName("secp256k1").getG().getEncoded(false);

            assertThat(refused(WeakKeys.ec(DERNull.INSTANCE, point)).rule()).isEqualTo("key-ec-curve");
            assertThat(refused(WeakKeys.ec(SECObjectIdentifiers.secp256k1, point))
                            .message())
                    .contains("secp256k1 (1.3.132.0.10)");
            assertThat(refused(WeakKeys.ec(new ASN1ObjectIdentifier("1.2.3.4"), point))
                            .message())
                    .contains("1.2.3.4");
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
        @DisplayName("is refused when its point is off the curve, compressed, at infinity, or of another length")
        void point(String curve) {
            byte[] point = SECNamedCurves.getByName(curve).getG().getEncoded(false);
            byte[] off = point.clone();
            off[off.length - 1] ^= 1;
            byte[] aboveTheField = point.clone();
            Arrays.fill(aboveTheField, 1, (point.length + 1) / 2, (byte) 0xff);
            for (byte[] bad : List.of(
                    off,
                    aboveTheField,
                    SECNamedCurves.getByName(curve).getG().getEncoded(true),
                    new byte[] {0},
                    Arrays.copyOf(point, point.length - 1),
                    Arrays.copyOf(point, point.length + 1))) {
                Objection objection = refused(WeakKeys.ec(SECNamedCurves.getOID(curve), bad));
                assertThat(objection.rule()).isEqualTo("key-ec-point");
            }
        }
    }

    @Nested
    @DisplayName("of an Edwards key")
    class Edwards {
        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"Ed25519", "Ed448"})
        @DisplayName("is good as Java makes it")
        void good(String algorithm) {
            Verdict verdict = quality.judge(info(SampleRequest.keyPair(algorithm, "")));

            assertThat(verdict.objections()).isEmpty();
            assertThat(verdict.type().label()).isEqualTo(algorithm);
        }

        @ParameterizedTest(name = "{0}, {1} octets")
        @CsvSource({"1.3.101.112, 32", "1.3.101.112, 31", "1.3.101.113, 57", "1.3.101.113, 58"})
        @DisplayName("is refused when it has a small order or another length")
        void smallOrder(String oid, int length) {
            byte[] neutral = new byte[length];
            neutral[0] = 1;

            assertThat(refused(WeakKeys.plain(oid, neutral)).rule()).isEqualTo("key-edwards-point");
        }

        @Test
        @DisplayName("is refused with parameters")
        void parameters() {
            AlgorithmIdentifier algorithm =
                    new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112"), DERNull.INSTANCE);

            assertThat(refused(WeakKeys.info(algorithm, new byte[32])).rule()).isEqualTo("key-parameters");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1.2.840.10040.4.1, DSA (1.2.840.10040.4.1)", "1.3.101.110, X25519", "1.2.3.4, 1.2.3.4"})
    @DisplayName("of any other kind of key is refused, by its name")
    void otherAlgorithm(String oid, String name) {
        Objection objection = refused(WeakKeys.plain(oid, new byte[32]));

        assertThat(objection.rule()).isEqualTo("key-algorithm");
        assertThat(objection.message()).contains(name);
    }

    private Objection refused(Der publicKeyInfo) {
        List<Objection> objections = quality.judge(publicKeyInfo).objections();
        assertThat(objections).hasSize(1);
        assertThat(objections.get(0).field()).isEqualTo("csr");
        return objections.get(0);
    }

    private static Der info(KeyPair pair) {
        return Der.copyOf(pair.getPublic().getEncoded());
    }
}
