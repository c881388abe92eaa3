package dev.chancery.core.enrollment;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequestReader;
import dev.chancery.core.fuzz.Target;
import dev.chancery.core.keys.SignatureProvider;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import dev.chancery.core.x509.Validity;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * Requests whose damage is under a good signature, so that what comes after the proof of possession sees it: the profiles
 * and the grant. The input is the part that is signed.
 */
public final class SignedRequestTarget implements Target {
    private static final byte[] ECDSA_WITH_SHA256 = HexFormat.of().parseHex("300a06082a8648ce3d040302");

    private final CertificateRequestReader reader =
            new CertificateRequestReader(SignatureProvider.fastest().preferred());
    private final CertificateProfile profile = SampleProfile.tlsServer().build();
    private final Validity issuer =
            new Validity(EnrollmentFixture.NOW, EnrollmentFixture.NOW.plus(Duration.ofDays(3650)));
    private final Asking asking = new Asking();

    @Override
    public List<byte[]> seeds() {
        return List.of(
                signedPart(asking.csr("CN=www.lab.example.com,O=Example", "www.lab.example.com", "a.lab.example.com")),
                signedPart(asking.csr("CN=rita.lab.example.com,DC=lab", "rita.lab.example.com")));
    }

    private static byte[] signedPart(Der csr) {
        return DerCursor.of(csr).children().get(0).encoded().octets();
    }

    @Override
    public boolean read(byte[] input) {
        return reader.read(signed(input))
                .fold(this::granted, rejected -> rejected.objections().isEmpty());
    }

    private boolean granted(CertificateRequest request) {
        return profile.grant(request, Wishes.none(), issuer, EnrollmentFixture.NOW)
                .fold(grant -> !grant.names().toString().isEmpty(), List::isEmpty);
    }

    private byte[] signed(byte[] part) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(asking.key());
            signature.update(part);
            ByteArrayOutputStream bits = new ByteArrayOutputStream();
            bits.write(0);
            bits.writeBytes(signature.sign());
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            content.writeBytes(part);
            content.writeBytes(ECDSA_WITH_SHA256);
            content.writeBytes(element(0x03, bits.toByteArray()));
            return element(0x30, content.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime signs with P-256", e);
        }
    }

    /** Tag, length and value, up to 64 KiB. */
    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length >= 0x100) {
            out.write(0x82);
            out.write(content.length >> 8);
        } else if (content.length >= 0x80) {
            out.write(0x81);
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
