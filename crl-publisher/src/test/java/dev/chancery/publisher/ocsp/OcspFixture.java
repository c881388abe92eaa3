package dev.chancery.publisher.ocsp;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.Validity;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** A CA with certificates and a responder, in memory; Bouncy Castle asks and reads. */
final class OcspFixture {
    static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    static final AlgorithmIdentifier SHA_1 = new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1);
    private static final DigestCalculatorProvider DIGESTS = new BcDigestCalculatorProvider();

    final TestClock clock = new TestClock(NOW);
    final MemoryStores stores = new MemoryStores(clock);
    final SampleAuthority ca;
    final SigningKey key;
    final EncodedCertificate responderCertificate;
    private final KeyVault vault = new KeyVault(Secret.of("only in memory"));

    OcspFixture() {
        this("issuing");
    }

    OcspFixture(String name) {
        ca = new SampleAuthority(name, KeyAlgorithm.EC_P256, NOW);
        key = vault.generate(KeyAlgorithm.EC_P256);
        responderCertificate = credential(key);
    }

    EncodedCertificate credential(SigningKey of) {
        return ca.sign("responder.example.com", validity(Duration.ofDays(30)), of.publicKeyInfo());
    }

    SigningKey anotherKey() {
        return vault.generate(KeyAlgorithm.EC_P256);
    }

    static Validity validity(Duration life) {
        return new Validity(NOW.minus(Duration.ofDays(1)), NOW.plus(life));
    }

    EncodedCertificate caCertificate() {
        return ca.issuer().certificate();
    }

    EncodedCertificate issue() {
        return issue(Duration.ofDays(90));
    }

    EncodedCertificate issue(Duration life) {
        return ca.issue(stores.journal(), "alice", "www.example.com", validity(life));
    }

    void revoke(EncodedCertificate certificate, RevocationReason reason) {
        stores.journal()
                .record(
                        Requester.system(),
                        new CertificateRevoked(
                                ca.issuer().name(), certificate.serial(), reason, clock.instant(), Optional.empty()));
    }

    void release(EncodedCertificate certificate) {
        stores.journal()
                .record(
                        Requester.system(),
                        new HoldReleased(ca.issuer().name(), certificate.serial(), clock.instant()));
    }

    Responder responder() {
        return responder(stores.ledger());
    }

    Responder responder(CertificateLedger ledger) {
        Responder responder = new Responder(ledger, OcspTerms.standard(), clock);
        serve(responder, Optional.of(Credential.of(key, responderCertificate)));
        return responder;
    }

    void serve(Responder responder, Optional<Credential> credential) {
        ServedCa served = ServedCa.of(ca.issuer().name(), caCertificate(), credential);
        java.util.Map<dev.chancery.core.x509.Der, ServedCa> byHash = new java.util.HashMap<>();
        served.hashes().forEach(hash -> byHash.put(hash, served));
        responder.serve(byHash);
    }

    CertificateID id(AlgorithmIdentifier hash, BigInteger serial) {
        try {
            return new CertificateID(
                    DIGESTS.get(hash),
                    new X509CertificateHolder(caCertificate().der().octets()),
                    serial);
        } catch (OCSPException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    CertificateID id(EncodedCertificate certificate) {
        return id(SHA_1, certificate.serial().value());
    }

    static byte[] encoded(OCSPReqBuilder builder) {
        try {
            OCSPReq request = builder.build();
            return request.getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] request(EncodedCertificate certificate) {
        return encoded(new OCSPReqBuilder().addRequest(id(certificate)));
    }

    byte[] request(BigInteger serial) {
        return encoded(new OCSPReqBuilder().addRequest(id(SHA_1, serial)));
    }

    /** As the handler does: memory first. */
    static byte[] ask(Responder responder, byte[] request) {
        Optional<OcspRequest> asked = OcspRequestReader.read(request);
        Reply reply = asked.isEmpty() ? Reply.MALFORMED_REQUEST : responder.fromMemory(asked.get());
        if (reply == null) {
            reply = responder.fromLedger(asked.orElseThrow());
        }
        byte[] body = new byte[reply.body().remaining()];
        reply.body().get(body);
        return body;
    }

    static OCSPResp response(byte[] encoded) {
        try {
            return new OCSPResp(encoded);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static BasicOCSPResp basic(byte[] encoded) {
        try {
            return (BasicOCSPResp) response(encoded).getResponseObject();
        } catch (OCSPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code good}, {@code unknown}, {@code revoked keyCompromise}, {@code revoked}. */
    static String verdict(byte[] encoded) {
        return verdict(basic(encoded), 0);
    }

    static String verdict(BasicOCSPResp basic, int index) {
        Object status = basic.getResponses()[index].getCertStatus();
        if (status == null) {
            return "good";
        }
        if (status instanceof org.bouncycastle.cert.ocsp.RevokedStatus revoked) {
            return revoked.hasRevocationReason()
                    ? "revoked "
                            + RevocationReason.ofCode(revoked.getRevocationReason())
                                    .rfcName()
                    : "revoked";
        }
        return "unknown";
    }
}
