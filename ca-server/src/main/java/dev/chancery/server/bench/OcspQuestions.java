package dev.chancery.server.bench;

import dev.chancery.core.x509.SerialNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** OCSP requests as octets of HTTP, made before the clock starts; SHA-1 CertIDs, as most clients send. */
final class OcspQuestions {
    private static final int NONCE_OCTETS = 32;

    private final URI server;
    private final X509CertificateHolder issuer;
    private final Random random = new Random(1);

    /** @param issuer DER of the CA's certificate */
    OcspQuestions(URI server, byte[] issuer) {
        this.server = server;
        try {
            this.issuer = new X509CertificateHolder(issuer);
        } catch (IOException e) {
            throw new BenchFailedException("The CA's certificate cannot be read: " + e.getMessage(), e);
        }
    }

    List<byte[]> posts(List<SerialNumber> serials) {
        return serials.stream()
                .map(serial -> post(request(serial.value(), false)))
                .toList();
    }

    List<byte[]> withNonce(List<SerialNumber> serials) {
        return serials.stream()
                .map(serial -> post(request(serial.value(), true)))
                .toList();
    }

    List<byte[]> gets(List<SerialNumber> serials) {
        return serials.stream()
                .map(serial -> Requests.get(
                        server,
                        "/ocsp/"
                                + URLEncoder.encode(
                                        Base64.getEncoder().encodeToString(request(serial.value(), false)),
                                        StandardCharsets.US_ASCII)))
                .toList();
    }

    /** About certificates that nobody issued. */
    List<byte[]> neverIssued(int count) {
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(post(request(new BigInteger(126, random).setBit(126), false)));
        }
        return made;
    }

    private byte[] request(BigInteger serial, boolean nonce) {
        try {
            CertificateID id = new CertificateID(
                    new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                    issuer,
                    serial);
            OCSPReqBuilder builder = new OCSPReqBuilder().addRequest(id);
            if (nonce) {
                byte[] octets = new byte[NONCE_OCTETS];
                random.nextBytes(octets);
                builder.setRequestExtensions(new Extensions(new Extension(
                        OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(octets).getEncoded())));
            }
            return builder.build().getEncoded();
        } catch (OCSPException | OperatorCreationException | IOException e) {
            throw new BenchFailedException("An OCSP request cannot be made: " + e.getMessage(), e);
        }
    }

    private byte[] post(byte[] der) {
        ByteArrayOutputStream request = new ByteArrayOutputStream(der.length + 200);
        request.writeBytes(("POST /ocsp HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nContent-Type: application/ocsp-request\r\nContent-Length: " + der.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(der);
        return request.toByteArray();
    }
}
