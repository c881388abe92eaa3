package dev.chancery.core.pfx;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A key pair made on this machine, in memory only until it is handed out (SECURITY.md rule 27). Java's own key objects
 * cannot be overwritten: they are gone with the last reference to this, so nobody holds it longer than one answer takes.
 */
public final class GeneratedKey {
    private final KeyAlgorithm algorithm;
    private final KeyPair pair;

    private GeneratedKey(KeyAlgorithm algorithm, KeyPair pair) {
        this.algorithm = algorithm;
        this.pair = pair;
    }

    public static GeneratedKey make(KeyAlgorithm algorithm, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.jcaName());
            if (algorithm.curve().isEmpty()) {
                generator.initialize(new RSAKeyGenParameterSpec(algorithm.bits(), RSAKeyGenParameterSpec.F4), random);
            } else {
                generator.initialize(new ECGenParameterSpec(algorithm.curve()), random);
            }
            return new GeneratedKey(algorithm, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot make a key of the kind " + algorithm.label(), e);
        }
    }

    /**
     * A request (RFC 2986) that proves possession and asks for nothing: the names travel beside it, where the server can
     * point at each one.
     */
    public String requestPem() {
        X500Name nobody = new X500NameBuilder().build();
        try {
            byte[] request = new JcaPKCS10CertificationRequestBuilder(nobody, pair.getPublic())
                    .build(new JcaContentSignerBuilder(algorithm.signature().jcaName()).build(pair.getPrivate()))
                    .getEncoded();
            return Pem.encode("CERTIFICATE REQUEST", Der.ofOwned(request));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a key made here cannot sign its own request", e);
        }
    }

    /** PKCS#8 (RFC 5208) in PEM; the caller wipes it. */
    public byte[] pem() {
        byte[] der = Objects.requireNonNull(pair.getPrivate().getEncoded(), "a key made in memory has an encoding");
        try {
            return Pem.encode("PRIVATE KEY", Der.ofOwned(der)).getBytes(StandardCharsets.US_ASCII);
        } finally {
            Arrays.fill(der, (byte) 0);
        }
    }

    /** EncryptedPrivateKeyInfo (RFC 5958 §3) in PEM, as the modern PFX is encrypted. */
    public String lockedPem(Secret password) {
        return Pem.encode("ENCRYPTED PRIVATE KEY", Der.ofOwned(Pfx.locked(pair.getPrivate(), password)));
    }

    /**
     * PKCS#12 (RFC 7292) with the key, its certificate and those above it.
     *
     * @param certificates the key's own first
     * @param friendlyName what a Windows store and a Java key store show
     */
    public byte[] pfx(List<EncodedCertificate> certificates, String friendlyName, Secret password, PfxFormat format) {
        return Pfx.encode(pair.getPrivate(), certificates, friendlyName, password, format);
    }
}
