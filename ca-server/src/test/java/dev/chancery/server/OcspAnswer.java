package dev.chancery.server;

import dev.chancery.core.x509.EncodedCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/** An OCSP response as Bouncy Castle reads it. */
final class OcspAnswer {
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    private final int status;
    private final BasicOCSPResp basic;

    OcspAnswer(byte[] octets) throws IOException {
        try {
            OCSPResp response = new OCSPResp(octets);
            this.status = response.getStatus();
            this.basic = (BasicOCSPResp) response.getResponseObject();
        } catch (OCSPException e) {
            throw new IOException(e);
        }
    }

    /** Of the first certificate: {@code good}, {@code revoked}, {@code held}, {@code unknown}, or {@code refused 3}. */
    String verdict() {
        return status == OCSPResp.SUCCESSFUL ? verdict(basic.getResponses()[0]) : "refused " + status;
    }

    /** Of each serial that it speaks of. */
    Map<BigInteger, String> verdicts() {
        if (status != OCSPResp.SUCCESSFUL) {
            throw new AssertionError("the responder refused with " + status);
        }
        Map<BigInteger, String> verdicts = new HashMap<>();
        for (SingleResp single : basic.getResponses()) {
            verdicts.put(single.getCertID().getSerialNumber(), verdict(single));
        }
        return verdicts;
    }

    private static String verdict(SingleResp single) {
        Object found = single.getCertStatus();
        if (found == null) {
            return "good";
        }
        if (found instanceof RevokedStatus revoked) {
            return revoked.hasRevocationReason() && revoked.getRevocationReason() == 6 ? "held" : "revoked";
        }
        return "unknown";
    }

    /** RFC 6960 §4.2.2.2: signed with a key that this very CA has delegated. */
    void mustBeSignedFor(EncodedCertificate ca) throws GeneralSecurityException, IOException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509Certificate responder = (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(basic.getCerts()[0].getEncoded()));
        responder.verify(ca.toJca().getPublicKey());
        Signature signature = Signature.getInstance(
                new DefaultSignatureNameFinder().getAlgorithmName(basic.getSignatureAlgorithmID()));
        signature.initVerify(responder.getPublicKey());
        signature.update(basic.getTBSResponseData());
        if (!List.of(OCSP_SIGNING).equals(responder.getExtendedKeyUsage()) || !signature.verify(basic.getSignature())) {
            throw new AssertionError("an OCSP response with a wrong signature, or signed by "
                    + responder.getSubjectX500Principal() + " for " + responder.getExtendedKeyUsage());
        }
    }
}
