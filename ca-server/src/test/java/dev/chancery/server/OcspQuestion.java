package dev.chancery.server;

import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
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
        return request(issuer, List.of(serial));
    }

    /** About several certificates of one CA. */
    static byte[] request(EncodedCertificate issuer, Collection<BigInteger> serials) {
        try {
            X509CertificateHolder ca = new X509CertificateHolder(issuer.der().octets());
            OCSPReqBuilder request = new OCSPReqBuilder();
            for (BigInteger serial : serials) {
                request.addRequest(new CertificateID(
                        new BcDigestCalculatorProvider().get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                        ca,
                        serial));
            }
            return request.build().getEncoded();
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
            return new OcspAnswer(ask(request)).verdict();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] ask(byte[] request) throws IOException {
        try {
            HttpResponse<byte[]> answer = server.client()
                    .send(
                            HttpRequest.newBuilder(server.http("/ocsp"))
                                    .timeout(Duration.ofSeconds(30))
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
