package dev.chancery.publisher.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.ledger.SerialStatus;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.ContentSigner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Our encoder against Bouncy Castle's builder: the same octets, whatever is said. */
@DisplayName("The encoder of answers")
class ResponseEncoderTest {
    private static final List<RevocationReason> REASONS = List.of(RevocationReason.values());

    private final OcspFixture fixture = new OcspFixture();
    private final Credential credential = Credential.of(fixture.key, fixture.responderCertificate);
    private final Random random = new Random(5);

    @Test
    @DisplayName("makes the octets that Bouncy Castle makes, for 2,000 random answers")
    void golden() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            Instant producedAt = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
            Instant nextUpdate = producedAt.plusSeconds(random.nextInt(1_000_000));
            List<ResponseEncoder.Single> singles =
                    random.ints(1 + random.nextInt(5)).mapToObj(this::single).toList();
            Optional<Der> nonce =
                    random.nextBoolean() ? Optional.empty() : Optional.of(octets(1 + random.nextInt(128)));
            Der signature = octets(64 + random.nextInt(200));
            Der data = ResponseEncoder.data(credential.keyHash(), producedAt, nextUpdate, singles, nonce);
            byte[] ours = ResponseEncoder.response(
                    data, credential.key().algorithm().identifier(), signature, credential.certificate());
            assertThat(ours).isEqualTo(theirs(producedAt, nextUpdate, singles, nonce, signature));
        }
    }

    private Der octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Der.ofOwned(octets);
    }

    private ResponseEncoder.Single single(int seed) {
        BigInteger serial = new BigInteger(127, random);
        CertId id = OcspRequestReader.read(fixture.request(serial))
                .orElseThrow()
                .certIds()
                .get(0);
        SerialStatus status = switch (Math.floorMod(seed, 3)) {
            case 0 -> new SerialStatus.Unrevoked();
            case 1 -> new SerialStatus.NeverIssued();
            default ->
                new SerialStatus.Revoked(new RevocationStatus(
                        Instant.ofEpochSecond(random.nextLong(4_000_000_000L)),
                        REASONS.get(random.nextInt(REASONS.size())),
                        Optional.empty()));
        };
        return new ResponseEncoder.Single(id, status);
    }

    private byte[] theirs(
            Instant producedAt,
            Instant nextUpdate,
            List<ResponseEncoder.Single> singles,
            Optional<Der> nonce,
            Der signature)
            throws OCSPException, IOException {
        BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(
                new ResponderID(new DEROctetString(credential.keyHash().octets()))));
        for (ResponseEncoder.Single single : singles) {
            builder.addResponse(
                    new CertificateID(org.bouncycastle.asn1.ocsp.CertID.getInstance(
                            single.certId().encoded().octets())),
                    status(single.status()),
                    Date.from(producedAt),
                    Date.from(nextUpdate));
        }
        if (nonce.isPresent()) {
            builder.setResponseExtensions(new Extensions(new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
                    false,
                    new DEROctetString(nonce.get().octets()).getEncoded())));
        }
        X509CertificateHolder[] chain = {
            new X509CertificateHolder(credential.certificate().octets())
        };
        return new OCSPRespBuilder()
                .build(OCSPRespBuilder.SUCCESSFUL, builder.build(new Stamp(signature), chain, Date.from(producedAt)))
                .toASN1Structure()
                .getEncoded("DER");
    }

    private static CertificateStatus status(SerialStatus status) {
        return status.fold(UnknownStatus::new, () -> CertificateStatus.GOOD, revoked -> {
            Date at = Date.from(revoked.revokedAt());
            return revoked.reason() == RevocationReason.UNSPECIFIED
                    ? new RevokedStatus(new org.bouncycastle.asn1.ocsp.RevokedInfo(new ASN1GeneralizedTime(at), null))
                    : new RevokedStatus(at, revoked.reason().code());
        });
    }

    /** "Signs" with given octets. */
    private final class Stamp implements ContentSigner {
        private final Der signature;

        Stamp(Der signature) {
            this.signature = signature;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return AlgorithmIdentifier.getInstance(
                    credential.key().algorithm().identifier().octets());
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public byte[] getSignature() {
            return signature.octets();
        }
    }

    @Test
    @DisplayName("says what went wrong in five octets")
    void failures() throws IOException {
        for (int status : new int[] {1, 2, 3, 6}) {
            assertThat(OcspFixture.response(ResponseEncoder.failure(status)).getStatus())
                    .isEqualTo(status);
        }
    }
}
