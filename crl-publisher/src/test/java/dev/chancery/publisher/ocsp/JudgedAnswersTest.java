package dev.chancery.publisher.ocsp;

import static dev.chancery.publisher.ocsp.OcspFixture.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.OcspJudge;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The judge reads with another parser than the one that these answers are written by. */
@DisplayName("The judge of OCSP responses has nothing to object to")
class JudgedAnswersTest {
    private final OcspFixture fixture = new OcspFixture();
    private final Responder responder = fixture.responder();
    private final EncodedCertificate certificate = fixture.issue();

    private List<Finding> judged(byte[] request) {
        Der answer = Der.ofOwned(ask(responder, request));
        Der issuer = fixture.caCertificate().der();
        assertThat(OcspJudge.isAbout(answer, issuer)).isEqualTo(OcspJudge.isSigned(answer));
        return OcspJudge.judge(answer, Optional.of(issuer)).stream()
                // Of this fixture alone, whose responder has the certificate of a server.
                .filter(finding -> !finding.rule().equals("ocsp-responder-may-sign"))
                .toList();
    }

    @Test
    @DisplayName("good, and unknown")
    void good() {
        assertThat(judged(fixture.request(certificate))).isEmpty();
        assertThat(judged(fixture.request(BigInteger.valueOf(4711)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RevocationReason.class)
    @DisplayName("revoked")
    void revoked(RevocationReason reason) {
        fixture.revoke(certificate, reason);
        assertThat(judged(fixture.request(certificate))).isEmpty();
    }

    @Test
    @DisplayName("a nonce that comes back")
    void nonce() throws Exception {
        OCSPReqBuilder builder = new OCSPReqBuilder();
        builder.addRequest(fixture.id(certificate));
        builder.setRequestExtensions(new Extensions(new Extension(
                OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(new byte[32]).getEncoded())));
        assertThat(judged(OcspFixture.encoded(builder))).isEmpty();
    }

    @Test
    @DisplayName("a refusal")
    void refusal() {
        assertThat(judged(new byte[] {1, 2, 3})).isEmpty();
    }

    @Test
    @DisplayName("and notes that a request for two certificates got two answers")
    void two() {
        OCSPReqBuilder builder = new OCSPReqBuilder();
        builder.addRequest(fixture.id(certificate));
        builder.addRequest(fixture.id(fixture.issue()));
        assertThat(judged(OcspFixture.encoded(builder)))
                .extracting(Finding::rule)
                .containsExactly("ocsp-one-answer");
    }
}
