package dev.chancery.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Der;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The provider that signs")
class SignatureProviderTest {
    private static final Der MESSAGE = Der.fromHex("00112233445566778899aabbccddeeff");

    /** Stands for Amazon's provider where its native library does not load: there, and offers nothing. */
    private static final class OffersNothing extends Provider {
        OffersNothing() {
            super("OffersNothing", "1", "");
        }
    }

    /** Offers everything and fails at all of it. */
    private static final class OffersAndFails extends Provider {
        OffersAndFails() {
            super("OffersAndFails", "1", "");
            for (String key : List.of("RSA", "EC")) {
                put("KeyFactory." + key, "no.such.Class");
            }
            for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
                put("Signature." + algorithm.jcaName(), "no.such.Class");
            }
        }
    }

    @Test
    @DisplayName("is Amazon's on x86-64 and ARM Linux, where its native library runs")
    void amazon() {
        SignatureProvider fastest = SignatureProvider.fastest();

        assertThat(signer(fastest, KeyAlgorithm.EC_P256)).isEqualTo("AmazonCorrettoCryptoProvider");
        assertThat(signer(fastest, KeyAlgorithm.RSA_2048)).isEqualTo("AmazonCorrettoCryptoProvider");
        assertThat(fastest.describe()).startsWith("AmazonCorrettoCryptoProvider 2.");
    }

    @Test
    @DisplayName("is the JDK's where there is no other, or the other one offers nothing")
    void jdk() {
        for (List<Provider> preferred : List.<List<Provider>>of(List.of(), List.of(new OffersNothing()))) {
            SignatureProvider providers = new SignatureProvider(preferred);

            assertThat(signer(providers, KeyAlgorithm.EC_P256)).isEqualTo("SunEC");
            assertThat(signer(providers, KeyAlgorithm.RSA_2048)).isEqualTo("SunRsaSign");
            assertThat(providers.describe()).matches("RSA by SunRsaSign \\S+, ECDSA by SunEC \\S+");
        }
    }

    @Test
    @DisplayName("is the next one when the first fails at signing")
    void next() {
        SignatureProvider providers = new SignatureProvider(List.of(new OffersAndFails()));

        assertThat(signer(providers, KeyAlgorithm.EC_P384)).isEqualTo("SunEC");
    }

    @Test
    @DisplayName("may be Bouncy Castle")
    void bouncyCastle() {
        SignatureProvider providers = new SignatureProvider(List.of(new BouncyCastleProvider()));

        assertThat(signer(providers, KeyAlgorithm.EC_P521)).isEqualTo("BC");
        assertThat(signer(providers, KeyAlgorithm.RSA_2048)).isEqualTo("BC");
    }

    @Test
    @DisplayName("signs from many threads at once, every signature its own")
    void threads() throws Exception {
        SigningKey key = vault(SignatureProvider.fastest()).generate(KeyAlgorithm.EC_P256);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Der>> tasks = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                tasks.add(() -> key.sign(MESSAGE));
            }
            Set<Der> signatures = new HashSet<>();
            for (Future<Der> signature : threads.invokeAll(tasks)) {
                signatures.add(signature.get());
            }
            assertThat(signatures).hasSize(400);
        } finally {
            threads.shutdownNow();
        }
    }

    private static String signer(SignatureProvider providers, KeyAlgorithm algorithm) {
        return vault(providers).generate(algorithm).provider();
    }

    private static KeyVault vault(SignatureProvider providers) {
        return new KeyVault(Secret.of("unused"), providers, new SecureRandom());
    }
}
