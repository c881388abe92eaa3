package dev.chancery.core.csr;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** A request put together piece by piece, right or wrong, and signed by the JDK. */
final class SampleRequest {
    private final List<ASN1Encodable> attributes = new ArrayList<>();
    private X500Name subject = new X500Name("CN=www.lab.example.com");
    private KeyPair key;
    private Der publicKeyInfo;
    private String algorithm = "SHA256withECDSA";

    SampleRequest() {
        this(keyPair("EC", "secp256r1"));
    }

    SampleRequest(KeyPair key) {
        this.key = key;
        this.publicKeyInfo = Der.copyOf(key.getPublic().getEncoded());
    }

    static KeyPair keyPair(String algorithm, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (!curve.isEmpty()) {
                generator.initialize(new ECGenParameterSpec(curve));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SampleRequest subject(String rfc4514) {
        subject = new X500Name(rfc4514);
        return this;
    }

    SampleRequest signedWith(String jcaName) {
        algorithm = jcaName;
        return this;
    }

    /** A public key that the signing key does not belong to, or that nobody can sign with. */
    SampleRequest publicKeyInfo(Der info) {
        publicKeyInfo = info;
        return this;
    }

    SampleRequest names(GeneralName... names) {
        return extensionRequest(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, encoded(new GeneralNames(names)));
    }

    SampleRequest extensionRequest(ASN1ObjectIdentifier attributeType, byte[] subjectAltName) {
        Extension extension = new Extension(Extension.subjectAlternativeName, false, subjectAltName);
        return attribute(new Attribute(attributeType, new DERSet(new Extensions(extension))));
    }

    SampleRequest attribute(ASN1Encodable attribute) {
        attributes.add(attribute);
        return this;
    }

    Der der() {
        CertificationRequestInfo info = new CertificationRequestInfo(
                subject,
                SubjectPublicKeyInfo.getInstance(publicKeyInfo.octets()),
                new DERSet(attributes.toArray(new ASN1Encodable[0])));
        byte[] signed = encoded(info);
        AlgorithmIdentifier identifier = new DefaultSignatureAlgorithmIdentifierFinder().find(bouncyCastleName());
        return Der.ofOwned(encoded(new DERSequence(
                new ASN1Encodable[] {info, identifier, new DERBitString(signature(key.getPrivate(), signed))})));
    }

    String pem() {
        return dev.chancery.core.x509.Pem.encode("CERTIFICATE REQUEST", der());
    }

    byte[] pemOctets() {
        return pem().getBytes(StandardCharsets.US_ASCII);
    }

    private String bouncyCastleName() {
        return algorithm.equals("RSASSA-PSS") ? "SHA256WITHRSAANDMGF1" : algorithm;
    }

    private byte[] signature(PrivateKey privateKey, byte[] message) {
        try {
            Signature signer = Signature.getInstance(algorithm);
            if (algorithm.equals("RSASSA-PSS")) {
                signer.setParameter(new java.security.spec.PSSParameterSpec(
                        "SHA-256", "MGF1", java.security.spec.MGF1ParameterSpec.SHA256, 32, 1));
            }
            signer.initSign(privateKey);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] encoded(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
