package dev.chancery.core.enrollment;

import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A request for one good host name that carries more than it should, made as the attack tools make it. */
final class Smuggling {
    private static final ASN1ObjectIdentifier MICROSOFT_EXTENSIONS = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.14");

    private record Attribute(ASN1ObjectIdentifier type, ASN1Encodable value) {}

    private final ExtensionsGenerator extensions = new ExtensionsGenerator();
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<GeneralName> names = new ArrayList<>();
    private boolean microsoft;

    Smuggling(String host) {
        names.add(new GeneralName(GeneralName.dNSName, host));
    }

    Smuggling name(GeneralName name) {
        names.add(name);
        return this;
    }

    Smuggling extension(String oid, ASN1Encodable value) {
        try {
            extensions.addExtension(new ASN1ObjectIdentifier(oid), false, value);
        } catch (IOException e) {
            throw new IllegalStateException("a value that can be encoded", e);
        }
        return this;
    }

    Smuggling attribute(String oid, ASN1Encodable value) {
        attributes.add(new Attribute(new ASN1ObjectIdentifier(oid), value));
        return this;
    }

    /** Microsoft's attribute instead of RFC 2985's. */
    Smuggling asMicrosoftDoes() {
        microsoft = true;
        return this;
    }

    EnrollmentRequest under(String profile) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            extensions.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
            JcaPKCS10CertificationRequestBuilder builder =
                    new JcaPKCS10CertificationRequestBuilder(new X500Name(""), pair.getPublic());
            builder.addAttribute(
                    microsoft ? MICROSOFT_EXTENSIONS : PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                    extensions.generate());
            attributes.forEach(attribute -> builder.addAttribute(attribute.type(), attribute.value()));
            Der csr = Der.ofOwned(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded());
            return Asking.of(profile, csr, Wishes.none());
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("a request can be made", e);
        }
    }
}
