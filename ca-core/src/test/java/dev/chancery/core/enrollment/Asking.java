package dev.chancery.core.enrollment;

import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RequestedName;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Somebody with a P-256 key pair who makes requests with it. */
final class Asking {
    private final KeyPair keyPair;

    Asking() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keyPair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has P-256", e);
        }
    }

    PrivateKey key() {
        return keyPair.getPrivate();
    }

    /** For host names, with a fresh key pair. */
    static EnrollmentRequest server(String... hosts) {
        return new Asking().forServer(hosts);
    }

    EnrollmentRequest forServer(String... hosts) {
        return of("tls-server", csr("", hosts), Wishes.none());
    }

    /** With nothing but a subject. */
    EnrollmentRequest forSubject(String profile, String rfc4514) {
        return of(profile, csr(rfc4514), Wishes.none());
    }

    EnrollmentRequest wishing(String profile, Wishes wishes) {
        return of(profile, csr(""), wishes);
    }

    static EnrollmentRequest of(String profile, Der csr, Wishes wishes) {
        return new EnrollmentRequest(profile, csr, wishes, Optional.empty());
    }

    static EnrollmentRequest withKey(EnrollmentRequest request, String idempotencyKey) {
        return new EnrollmentRequest(request.profile(), request.csr(), request.wishes(), Optional.of(idempotencyKey));
    }

    static Wishes wishes(String subject, String validity, RequestedName... names) {
        return new Wishes(
                names.length == 0 ? Optional.empty() : Optional.of(List.of(names)),
                Optional.of(subject).filter(text -> !text.isEmpty()),
                Optional.of(validity).filter(text -> !text.isEmpty()));
    }

    Der csr(String subject, String... hosts) {
        try {
            JcaPKCS10CertificationRequestBuilder builder =
                    new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), keyPair.getPublic());
            if (hosts.length > 0) {
                ExtensionsGenerator extensions = new ExtensionsGenerator();
                GeneralName[] names = Arrays.stream(hosts)
                        .map(host -> new GeneralName(GeneralName.dNSName, host))
                        .toArray(GeneralName[]::new);
                extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
                builder.addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
            }
            return Der.ofOwned(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keyPair.getPrivate()))
                    .getEncoded());
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("a plain request can be made", e);
        }
    }
}
