package dev.chancery.server;

import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** An OCSP request by Bouncy Castle over plain HTTP, and what the answer says of the certificate. */
final class OcspQuestion {
    private final TestServer server;
    private final EncodedCertificate issuer;

    OcspQuestion(TestServer server, EncodedCertificate issuer) {
        this.server = server;
        this.issuer = issuer;
    }

    byte[] request(BigInteger serial) {
        try {
            CertificateID id = new CertificateID(
                    new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                    new X509CertificateHolder(issuer.der().octets()),
                    serial);
            return new OCSPReqBuilder().addRequest(id).build().getEncoded();
        } catch (OCSPException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code good}, {@code revoked}, {@code held}, {@code unknown}, or {@code refused 3}. */
    String verdict(BigInteger serial) {
        return verdict(request(serial));
    }

    String verdict(byte[] request) {
        try {
            HttpResponse<byte[]> answer = server.client()
                    .send(
                            HttpRequest.newBuilder(server.http("/ocsp"))
                                    .timeout(Duration.ofSeconds(30))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return read(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String read(byte[] answer) throws IOException {
        try {
            OCSPResp response = new OCSPResp(answer);
            if (response.getStatus() != OCSPResp.SUCCESSFUL) {
                return "refused " + response.getStatus();
            }
            Object status = ((BasicOCSPResp) response.getResponseObject()).getResponses()[0].getCertStatus();
            if (status == null) {
                return "good";
            }
            if (status instanceof RevokedStatus revoked) {
                return revoked.hasRevocationReason() && revoked.getRevocationReason() == 6 ? "held" : "revoked";
            }
            return "unknown";
        } catch (OCSPException e) {
            throw new IOException(e);
        }
    }
}
