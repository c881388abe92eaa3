package dev.chancery.core.pfx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A key that is made for somebody")
class GeneratedKeyTest {
    private static final String PASSWORD = "correct horse battery";

    @ParameterizedTest
    @EnumSource(
            value = KeyAlgorithm.class,
            names = {"RSA_2048", "EC_P256", "EC_P521"})
    @DisplayName("proves its possession, and opens again with its password alone")
    void locked(KeyAlgorithm algorithm) throws Exception {
        GeneratedKey key = GeneratedKey.make(algorithm, new SecureRandom());
        PKCS10CertificationRequest request = new PKCS10CertificationRequest(
                Pem.decode(key.requestPem(), "CERTIFICATE REQUEST").octets());
        assertThat(request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider())
                        .build(request.getSubjectPublicKeyInfo())))
                .isTrue();
        EncryptedPrivateKeyInfo locked =
                new EncryptedPrivateKeyInfo(Pem.decode(key.lockedPem(Secret.of(PASSWORD)), "ENCRYPTED PRIVATE KEY")
                        .octets());
        String scheme = locked.getAlgParameters().toString();
        assertThat(scheme).isEqualTo("PBEWithHmacSHA256AndAES_256");
        Cipher cipher = Cipher.getInstance(scheme);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(PASSWORD.toCharArray())),
                locked.getAlgParameters());
        PKCS8EncodedKeySpec opened = locked.getKeySpec(cipher);
        KeyFactory.getInstance(algorithm.jcaName()).generatePrivate(opened);
        Der plain = Pem.decode(new String(key.pem(), StandardCharsets.US_ASCII), "PRIVATE KEY");
        assertThat(KeyFactory.getInstance(algorithm.jcaName()).generatePrivate(new PKCS8EncodedKeySpec(plain.octets())))
                .isEqualTo(KeyFactory.getInstance(algorithm.jcaName()).generatePrivate(opened));
    }
}
