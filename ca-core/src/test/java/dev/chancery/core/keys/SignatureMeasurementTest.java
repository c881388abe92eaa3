package dev.chancery.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.keys.SignatureMeasurement.Candidate;
import dev.chancery.core.x509.Der;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The measurement of providers")
class SignatureMeasurementTest {
    private static final Der MESSAGE = Der.fromHex("00112233445566778899aabbccddeeff");
    private static final Duration BUDGET = Duration.ofMillis(2);

    @TempDir
    Path directory;

    /** P-256 by the JDK, with something done to each signature on its way out; accepts whatever it is shown. */
    private static final class Changed extends Provider {
        private static final long serialVersionUID = 1L;

        Changed(String name, UnaryOperator<byte[]> change) {
            super(name, "1", "");
            Provider jdk = Security.getProvider("SunEC");
            putService(new Service(this, "KeyFactory", "EC", Changed.class.getName(), List.of(), null) {
                @Override
                public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                    return jdk.getService("KeyFactory", "EC").newInstance(parameter);
                }
            });
            putService(new Service(this, "Signature", "SHA256withECDSA", Changed.class.getName(), List.of(), null) {
                @Override
                public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                    return new ChangedSignature(change, Signature.getInstance("SHA256withECDSA", jdk));
                }
            });
        }
    }

    private static final class ChangedSignature extends SignatureSpi {
        private final UnaryOperator<byte[]> change;
        private final Signature inner;

        ChangedSignature(UnaryOperator<byte[]> change, Signature inner) {
            this.change = change;
            this.inner = inner;
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            inner.initVerify(key);
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            inner.initSign(key);
        }

        @Override
        protected void engineUpdate(byte octet) throws SignatureException {
            inner.update(octet);
        }

        @Override
        protected void engineUpdate(byte[] octets, int offset, int length) throws SignatureException {
            inner.update(octets, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return change.apply(inner.sign());
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return true;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }

    private static byte[] flipped(byte[] signature) {
        signature[signature.length - 1] ^= 1;
        return signature;
    }

    private static byte[] late(byte[] signature) {
        long end = System.nanoTime() + Duration.ofMillis(30).toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return signature;
    }

    private static byte[] notLinked(byte[] signature) {
        throw new UnsatisfiedLinkError("no such symbol");
    }

    private KeyVault vault(Provider preferred) {
        return new KeyVault(Secret.of("unused"), new SignatureProvider(List.of(preferred)), new SecureRandom());
    }

    private SigningKey opened(KeyVault vault) {
        SigningKey made = vault.generate(KeyAlgorithm.EC_P256);
        KeyLocation location = new KeyLocation.Pkcs12File(directory.resolve("ca.p12"));
        vault.store(made, List.of(SelfSigned.ca(made)), location);
        return vault.open(location);
    }

    @Test
    @DisplayName("moves a key to the fastest provider, and says what each one takes")
    void fastest() {
        KeyVault vault = vault(new Changed("Slow", SignatureMeasurementTest::late));
        SigningKey key = opened(vault);
        assertThat(key.provider()).isEqualTo("Slow");
        assertThat(key.measurement()).isEmpty();

        SignatureMeasurement found = vault.measure(BUDGET).get(0);

        assertThat(key.provider()).isIn("SunEC", "BC").isEqualTo(found.chosen());
        assertThat(key.measurement()).contains(found);
        assertThat(found.candidates()).extracting(Candidate::provider).containsExactly("Slow", "SunEC", "BC");
        assertThat(found.candidates())
                .allMatch(candidate ->
                        candidate.sign().isPresent() && candidate.verify().isPresent());
        assertThat(found.describe()).startsWith("SHA256withECDSA with EC 256 by " + key.provider() + ": Slow ");
        assertThat(key.sign(MESSAGE).octets()).isNotEmpty();
    }

    @Test
    @DisplayName("does not believe a provider that accepts its own wrong signatures")
    void wrong() {
        KeyVault vault = vault(new Changed("Wrong", SignatureMeasurementTest::flipped));

        SigningKey key = opened(vault);
        SignatureMeasurement found = vault.measure(BUDGET).get(0);

        assertThat(key.provider()).isNotEqualTo("Wrong");
        assertThat(found.candidates().get(0).trouble()).contains("Wrong makes signatures that SunEC does not accept");
        assertThat(found.describe()).contains("Wrong not usable");
    }

    @Test
    @DisplayName("goes on without a provider whose native library is not there")
    void missing() {
        KeyVault vault = vault(new Changed("NoLibrary", SignatureMeasurementTest::notLinked));

        SigningKey key = opened(vault);
        SignatureMeasurement found = vault.measure(BUDGET).get(0);

        assertThat(key.provider()).isNotEqualTo("NoLibrary");
        assertThat(found.candidates().get(0).trouble()).contains("no such symbol");
    }
}
