package dev.chancery.publisher.ocsp;

import dev.chancery.core.fuzz.Target;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;

/** Requests from strangers, as octets and as a path, and the answer that is made for them. */
public final class OcspRequestTarget implements Target {
    private final OcspFixture fixture = new OcspFixture();
    private final Responder responder = fixture.responder();
    private final EncodedCertificate good = fixture.issue();
    private final EncodedCertificate bad = fixture.issue();

    public OcspRequestTarget() {
        fixture.revoke(bad, RevocationReason.KEY_COMPROMISE);
        fixture.serve(
                responder, java.util.Optional.of(Credential.of(new Rubber(fixture.key), fixture.responderCertificate)));
    }

    @Override
    public List<byte[]> seeds() {
        try {
            Extensions nonce = new Extensions(new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(new byte[16]).getEncoded()));
            byte[] plain = fixture.request(good);
            return List.of(
                    plain,
                    fixture.request(BigInteger.TEN),
                    OcspFixture.encoded(new OCSPReqBuilder()
                            .addRequest(fixture.id(good), nonce)
                            .addRequest(fixture.id(bad))
                            .setRequestExtensions(nonce)),
                    Base64.getEncoder().encode(plain));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean read(byte[] input) {
        String path = new String(input, StandardCharsets.ISO_8859_1);
        boolean asPath = OcspRequestReader.read(RequestPath.decode(path, 0)).isPresent();
        boolean asOctets = OcspRequestReader.read(input).isPresent();
        if (asOctets) {
            // Whatever was taken for a request is answered, and the answer can be read.
            OcspFixture.response(OcspFixture.ask(responder, input)).getStatus();
        }
        return asPath || asOctets;
    }
}
