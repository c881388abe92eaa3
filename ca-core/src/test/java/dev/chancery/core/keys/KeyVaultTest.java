package dev.chancery.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The key vault")
class KeyVaultTest {
    private static final Der MESSAGE = Der.copyOf("to be signed".getBytes(StandardCharsets.UTF_8));

    /** Of the form that chance makes, which is spared the rounds that slow guessing down. */
    private static final String PASSPHRASE = "NobodyHasToGuessThis23456789abcd";

    private static final String CHOSEN = "correct horse battery staple";

    @TempDir
    Path directory;

    private final SignatureProvider providers = SignatureProvider.fastest();
    private final KeyVault vault = vaultWith(PASSPHRASE);

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("makes keys whose signatures the JDK verifies, and opens them again from their file")
    void roundTrip(KeyAlgorithm algorithm) throws Exception {
        SigningKey made = vault.generate(algorithm);
        EncodedCertificate certificate = SelfSigned.ca(made);
        KeyLocation location = location("ca.p12");
        vault.store(made, List.of(certificate), location);

        SigningKey opened = vault.open(location);

        assertThat(opened.publicKeyInfo())
                .isEqualTo(made.publicKeyInfo())
                .isEqualTo(certificate.subjectPublicKeyInfo());
        assertThat(opened.algorithm()).isEqualTo(algorithm.signature());
        assertThat(verifiedByTheJdk(certificate, opened)).isTrue();
        assertThat(vault.chain(location)).containsExactly(certificate);
    }

    @Test
    @DisplayName("shows nothing of a private key in text")
    void printsNothing() {
        SigningKey key = vault.generate(KeyAlgorithm.EC_P256);

        assertThat(key.toString()).matches("SHA256withECDSA key [0-9a-f]{16} \\(\\w+\\)");
    }

    @Nested
    @DisplayName("when it writes a file")
    class Writing {
        @Test
        @DisplayName("gives it mode 0600 and leaves no temporary file")
        void mode() throws Exception {
            Path file = stored().file();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            try (var siblings = Files.list(file.getParent())) {
                assertThat(siblings).containsExactly(file);
            }
        }

        @Test
        @DisplayName("never replaces one that is there")
        void never() throws Exception {
            KeyLocation.Pkcs12File location = stored();
            byte[] before = Files.readAllBytes(location.file());
            SigningKey other = vault.generate(KeyAlgorithm.EC_P256);

            assertThatThrownBy(() -> vault.store(other, List.of(SelfSigned.ca(other)), location))
                    .isInstanceOf(KeyUnavailableException.class)
                    .hasMessageContaining("exists already and is never overwritten");
            assertThat(Files.readAllBytes(location.file())).isEqualTo(before);
        }

        @Test
        @DisplayName("refuses a chain that belongs to another key")
        void chain() {
            SigningKey key = vault.generate(KeyAlgorithm.EC_P256);
            SigningKey other = vault.generate(KeyAlgorithm.EC_P256);

            assertThatThrownBy(() -> vault.store(key, List.of(SelfSigned.ca(other)), location("x.p12")))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        @DisplayName("encrypts the key with PBES2, AES-256 and PBKDF2-HMAC-SHA-256, as OpenSSL sees it")
        void pbes2() throws Exception {
            Path passphrase = directory.resolve("passphrase");
            Files.writeString(passphrase, CHOSEN + "\n");

            assertThat(seenByOpenssl(stored(vaultWith(CHOSEN)).file(), passphrase))
                    .contains("Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256")
                    .contains("MAC: sha256");
        }

        @Test
        @DisplayName("spares the rounds that would protect a guessable passphrase where chance made it")
        void fewerRounds() throws Exception {
            Path file = directory.resolve("generated");
            SecureRandom random = new SecureRandom();
            KeyVault generated = new KeyVault(Passphrase.readOrCreate(file, random), providers, random);
            SigningKey key = generated.generate(KeyAlgorithm.EC_P256);
            KeyLocation.Pkcs12File location = location("generated.p12");
            generated.store(key, List.of(SelfSigned.ca(key)), location);

            assertThat(seenByOpenssl(location.file(), file))
                    .contains("Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256");
        }

        private static String seenByOpenssl(Path pfx, Path passphrase) throws Exception {
            Process openssl = new ProcessBuilder(
                            "openssl",
                            "pkcs12",
                            "-info",
                            "-noout",
                            "-in",
                            pfx.toString(),
                            "-passin",
                            "file:" + passphrase)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(openssl.waitFor()).as(said).isZero();
            return said;
        }
    }

    @Nested
    @DisplayName("when it cannot open a key, says why and what to do")
    class Unavailable {
        @Test
        @DisplayName("because the file is missing")
        void missing() {
            assertUnavailable(vault, location("gone.p12"), "gone.p12 does not exist. Restore it from a backup");
        }

        @Test
        @DisplayName("because the passphrase is another")
        void wrongPassphrase() {
            assertUnavailable(vaultWith("wrong"), stored(), "The passphrase does not open the key file");
        }

        @Test
        @DisplayName("because the file is cut off, empty or something else")
        void corrupt() throws Exception {
            KeyLocation.Pkcs12File location = stored();
            byte[] whole = Files.readAllBytes(location.file());
            for (byte[] content : List.of(
                    Arrays.copyOf(whole, whole.length / 2), new byte[0], "hello".getBytes(StandardCharsets.UTF_8))) {
                Files.write(location.file(), content);
                assertUnavailable(vault, location, "is damaged or no PKCS#12 file");
            }
        }

        @Test
        @DisplayName("because others may read the file")
        void permissions() throws Exception {
            KeyLocation.Pkcs12File location = stored();
            Files.setPosixFilePermissions(location.file(), PosixFilePermissions.fromString("rw-r-----"));

            assertUnavailable(vault, location, "can be read or changed by others (rw-r-----)");
            assertUnavailable(vault, location, "chmod 600");
        }

        @Test
        @DisplayName("because it holds certificates and no key")
        void noKey() throws Exception {
            KeyLocation.Pkcs12File location = location("trust.p12");
            KeyStore store = emptyStore();
            store.setCertificateEntry(
                    "root", SelfSigned.ca(vault.generate(KeyAlgorithm.EC_P256)).toJca());
            write(store, location.file());

            assertUnavailable(vault, location, "holds no private key");
        }

        @Test
        @DisplayName("because the key does not match the certificate")
        void mismatch() throws Exception {
            KeyLocation.Pkcs12File location = location("mixed.p12");
            SigningKey certified = vault.generate(KeyAlgorithm.EC_P256);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            PrivateKey foreign = generator.generateKeyPair().getPrivate();
            KeyStore store = emptyStore();
            Certificate[] chain = {SelfSigned.ca(certified).toJca()};
            store.setKeyEntry("key", foreign, passphrase(), chain);
            write(store, location.file());

            assertUnavailable(vault, location, "does not match its certificate");
        }

        @Test
        @DisplayName("because keys in tokens are not supported, and names the token")
        void token() {
            KeyLocation token = new KeyLocation.Pkcs11Token(Path.of("/usr/lib/softhsm.so"), "hsm", "root-key");

            assertUnavailable(vault, token, "root-key");
            assertUnavailable(vault, token, "cannot use");
        }

        private void assertUnavailable(KeyVault asked, KeyLocation location, String reason) {
            assertThatThrownBy(() -> asked.open(location))
                    .isInstanceOf(KeyUnavailableException.class)
                    .hasMessageContaining(reason);
        }
    }

    @Nested
    @DisplayName("for the server's own TLS")
    class Tls {
        @Test
        @DisplayName("hands out the key in a key store that an SSLContext takes")
        void context() throws Exception {
            SigningKey key = vault.generate(KeyAlgorithm.EC_P256);
            KeyLocation location = location("tls.p12");
            vault.store(key, List.of(SelfSigned.server(key)), location);

            KeyStore store = vault.openForTls(location, TlsKeyExposure.keyLeavesTheVaultForTheTlsStack());

            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            assertThat(context.createSSLEngine()).isNotNull();
            assertThat(store.getKey("key", new char[0])).isInstanceOf(PrivateKey.class);
        }

        @Test
        @DisplayName("never hands out the key of a CA")
        void neverOfACa() {
            KeyLocation location = stored();

            assertThatThrownBy(() -> vault.openForTls(location, TlsKeyExposure.keyLeavesTheVaultForTheTlsStack()))
                    .isInstanceOf(KeyUnavailableException.class)
                    .hasMessageContaining("holds the key of a CA");
        }
    }

    private KeyVault vaultWith(String passphrase) {
        return new KeyVault(Secret.of(passphrase), providers, new SecureRandom());
    }

    private KeyLocation.Pkcs12File location(String name) {
        return new KeyLocation.Pkcs12File(directory.resolve("keys").resolve(name));
    }

    private KeyLocation.Pkcs12File stored() {
        return stored(vault);
    }

    private KeyLocation.Pkcs12File stored(KeyVault by) {
        SigningKey key = by.generate(KeyAlgorithm.EC_P256);
        KeyLocation.Pkcs12File location = location("ca.p12");
        by.store(key, List.of(SelfSigned.ca(key)), location);
        return location;
    }

    private static char[] passphrase() {
        return PASSPHRASE.toCharArray();
    }

    private static KeyStore emptyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static void write(KeyStore store, Path file) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        store.store(content, passphrase());
        new PrivateFile(file).create(content.toByteArray());
    }

    private static boolean verifiedByTheJdk(EncodedCertificate certificate, SigningKey key) throws Exception {
        Signature verifier = Signature.getInstance(key.algorithm().jcaName());
        verifier.initVerify(certificate.toJca().getPublicKey());
        verifier.update(MESSAGE.octets());
        return verifier.verify(key.sign(MESSAGE).octets());
    }
}
