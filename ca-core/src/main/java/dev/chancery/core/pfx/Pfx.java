package dev.chancery.core.pfx;

import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * PKCS#12 (RFC 7292) for other people's servers: PBES2 with AES-256 and PBKDF2-HMAC-SHA-256 (RFC 8018 §6.2) for key and
 * certificates, said here and not left to the settings of the Java runtime.
 */
final class Pfx {
    /** The same for the MAC, which would otherwise be the cheaper way to guess the password. */
    private static final int ITERATIONS = 100_000;

    private Pfx() {}

    static byte[] encode(
            PrivateKey key,
            List<EncodedCertificate> certificates,
            String friendlyName,
            Secret password,
            PfxFormat format) {
        char[] characters = password.reveal();
        try {
            BouncyCastleProvider provider = new BouncyCastleProvider();
            OutputEncryptor encryptor = encryptor(format, provider, characters);
            DEROctetString keyId =
                    new DEROctetString(certificates.get(0).der().sha1().octets());
            PKCS12SafeBag keyBag = new JcaPKCS12SafeBagBuilder(key, encryptor)
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(friendlyName))
                    .addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, keyId)
                    .build();
            return new PKCS12PfxPduBuilder()
                    .addEncryptedData(encryptor, certificateBags(certificates, friendlyName, keyId))
                    .addData(keyBag)
                    .build(
                            new JcePKCS12MacCalculatorBuilder(digest(format))
                                    .setIterationCount(ITERATIONS)
                                    .setProvider(provider),
                            characters)
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException | OperatorCreationException | PKCSException e) {
            throw new IllegalStateException("a key made here cannot be put into a PFX", e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** EncryptedPrivateKeyInfo (RFC 5958 §3). */
    static byte[] locked(PrivateKey key, Secret password) {
        char[] characters = password.reveal();
        try {
            return new JcaPKCS8EncryptedPrivateKeyInfoBuilder(key)
                    .build(encryptor(PfxFormat.MODERN, new BouncyCastleProvider(), characters))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a key made here cannot be encrypted", e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static OutputEncryptor encryptor(PfxFormat format, BouncyCastleProvider provider, char[] password)
            throws OperatorCreationException {
        if (format == PfxFormat.OLD) {
            return new JcePKCSPBEOutputEncryptorBuilder(PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
                    .setIterationCount(ITERATIONS)
                    .setProvider(provider)
                    .build(password);
        }
        return new JcePKCSPBEOutputEncryptorBuilder(
                        new PBKDF2Config.Builder()
                                .withPRF(PBKDF2Config.PRF_SHA256)
                                .withIterationCount(ITERATIONS)
                                .withSaltLength(16)
                                .build(),
                        NISTObjectIdentifiers.id_aes256_CBC)
                .setProvider(provider)
                .build(password);
    }

    private static ASN1ObjectIdentifier digest(PfxFormat format) {
        return format == PfxFormat.OLD ? OIWObjectIdentifiers.idSHA1 : NISTObjectIdentifiers.id_sha256;
    }

    private static PKCS12SafeBag[] certificateBags(
            List<EncodedCertificate> certificates, String friendlyName, DEROctetString keyId) throws IOException {
        PKCS12SafeBag[] bags = new PKCS12SafeBag[certificates.size()];
        for (int i = 0; i < bags.length; i++) {
            EncodedCertificate certificate = certificates.get(i);
            PKCS12SafeBagBuilder bag = new PKCS12SafeBagBuilder(certificate.structure())
                    .addBagAttribute(
                            PKCSObjectIdentifiers.pkcs_9_at_friendlyName,
                            new DERBMPString(
                                    i == 0
                                            ? friendlyName
                                            : certificate.subject().shortName()));
            if (i == 0) {
                bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_localKeyId, keyId);
            }
            bags[i] = bag.build();
        }
        return bags;
    }
}
