package dev.chancery.publisher.check;

import dev.chancery.core.authority.Issuer;
import dev.chancery.publisher.check.HttpFetch.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/**
 * A question about a serial number that was never issued (RFC 6960): its answer shows as well as any other whether the responder
 * is there, which key it signs with, and how fresh it is.
 */
final class OcspQuestion {
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    private final Issuer issuer;
    private final CertificateID asked;

    OcspQuestion(Issuer issuer) {
        this.issuer = issuer;
        this.asked = new CertificateID(new org.bouncycastle.asn1.ocsp.CertID(
                new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1, DERNull.INSTANCE),
                new DEROctetString(issuer.certificate().subject().der().sha1().octets()),
                new DEROctetString(keyHash(issuer)),
                new org.bouncycastle.asn1.ASN1Integer(BigInteger.ONE)));
    }

    private static byte[] keyHash(Issuer issuer) {
        byte[] key = SubjectPublicKeyInfo.getInstance(
                        issuer.certificate().subjectPublicKeyInfo().unsafeOctets())
                .getPublicKeyData()
                .getBytes();
        return dev.chancery.core.x509.Der.ofOwned(key).sha1().octets();
    }

    byte[] request() {
        try {
            return new OCSPReqBuilder().addRequest(asked).build().getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException("an OCSP request that was just made", e);
        }
    }

    List<CheckFinding> judge(Answer answer, Clock clock) {
        List<CheckFinding> findings = new ArrayList<>(
                AnswerVerdict.judge(answer, "application/ocsp-response", CheckedAddress.Kind.OCSP.words()));
        if (findings.stream().noneMatch(CheckFinding::isFault)) {
            try {
                fault(answer.body().octets().unsafeOctets(), clock.instant()).ifPresent(findings::add);
            } catch (IOException | OCSPException | GeneralSecurityException | RuntimeException e) {
                // Foreign octets: Bouncy Castle casts before it looks.
                Looks looks = Looks.of(answer.body().octets().unsafeOctets());
                findings.add(CheckFinding.fault(
                        CheckReason.NOT_OCSP,
                        "What comes back is no OCSP response of this CA: it is " + looks.words() + ".",
                        looks.code()));
            }
        }
        return findings;
    }

    private Optional<CheckFinding> fault(byte[] octets, Instant now)
            throws IOException, OCSPException, GeneralSecurityException {
        OCSPResp response = new OCSPResp(octets);
        if (response.getStatus() != OCSPResp.SUCCESSFUL) {
            return Optional.of(CheckFinding.fault(
                    CheckReason.OCSP_STATUS,
                    "The responder answers with the error status " + response.getStatus()
                            + " (RFC 6960 §4.2.1) instead of a signed response.",
                    response.getStatus()));
        }
        BasicOCSPResp basic = (BasicOCSPResp) response.getResponseObject();
        SingleResp[] singles = basic.getResponses();
        if (singles.length != 1 || !singles[0].getCertID().equals(asked)) {
            return Optional.of(
                    CheckFinding.fault(CheckReason.OCSP_OTHER, "The responder does not answer what was asked."));
        }
        if (!signed(basic)) {
            return Optional.of(CheckFinding.fault(
                    CheckReason.OCSP_UNSIGNED,
                    "The response is not signed by a key that this CA has delegated to its responder."));
        }
        Date next = singles[0].getNextUpdate();
        if (next != null && !now.isBefore(next.toInstant())) {
            return Optional.of(CheckFinding.fault(
                    CheckReason.OCSP_ENDED,
                    "The response ended at " + next.toInstant() + ": a cache on the way keeps it too long.",
                    next.toInstant()));
        }
        return Optional.empty();
    }

    /** RFC 6960 §4.2.2.2: a certificate from this very CA, for OCSP signing. */
    private boolean signed(BasicOCSPResp basic) throws IOException, GeneralSecurityException {
        X509CertificateHolder[] certificates = basic.getCerts();
        if (certificates.length == 0) {
            return false;
        }
        X509Certificate responder = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificates[0].getEncoded()));
        responder.verify(issuer.certificate().toJca().getPublicKey());
        Signature signature = Signature.getInstance(
                new DefaultSignatureNameFinder().getAlgorithmName(basic.getSignatureAlgorithmID()));
        signature.initVerify(responder.getPublicKey());
        signature.update(basic.getTBSResponseData());
        return responder.getExtendedKeyUsage() != null
                && responder.getExtendedKeyUsage().contains(OCSP_SIGNING)
                && signature.verify(basic.getSignature());
    }
}
