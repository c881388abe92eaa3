package dev.chancery.web.pages.view;

import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.fuzz.Target;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
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

/** The names of a queued CSR on the page of the request. */
public final class AskedNamesTarget implements Target {
    @Override
    public List<byte[]> seeds() {
        return List.of(csr());
    }

    private static byte[] csr() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            GeneralName[] names = {
                new GeneralName(GeneralName.dNSName, "www.example.com"),
                new GeneralName(GeneralName.iPAddress, "10.0.0.1"),
                new GeneralName(new X500Name("CN=a,O=b"))
            };
            extensions.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=www.example.com"), pair.getPublic())
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded();
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("a plain request can be made", e);
        }
    }

    @Override
    public boolean read(byte[] input) {
        PendingRequest pending = new PendingRequest(
                1,
                "web-server",
                "rita",
                Der.copyOf(input),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Instant.EPOCH,
                PendingRequest.State.PENDING,
                Optional.empty(),
                Optional.empty(),
                List.of());
        return !AskedNames.of(pending).isEmpty();
    }
}
