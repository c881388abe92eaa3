package dev.chancery.core.issuance;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequest.KeyType;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleServer;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.profile.SampleProfile;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.Validity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A CA with a root above it, and grants for it to sign. */
final class IssuanceFixture {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Requester RITA = Permits.person("rita", Role.REQUESTER);
    static final Permit RITAS = Permits.of(RITA, Permission.REQUEST_CERTIFICATE);

    final SampleServer server;
    final Issuer issuing;

    IssuanceFixture(KeyAlgorithm rootKey, KeyAlgorithm issuingKey) {
        server = SampleServer.withoutFiles(new TestClock(NOW), rootKey, issuingKey);
        issuing = server.issuers().find("issuing").orElseThrow();
    }

    MemoryStores stores() {
        return server.stores();
    }

    Der newKey(KeyAlgorithm algorithm) {
        return server.vault().generate(algorithm).publicKeyInfo();
    }

    Grant grant(CertificateProfile profile, Der subjectPublicKeyInfo, Wishes wishes, Validity limits) {
        KeyType type = subjectPublicKeyInfo.length() > 250 ? new KeyType("RSA", 2048) : new KeyType("EC", 256);
        CertificateRequest request =
                new CertificateRequest(Der.fromHex("3000"), SubjectName.EMPTY, List.of(), subjectPublicKeyInfo, type);
        return profile.grant(request, wishes, limits, server.clock().instant()).fold(grant -> grant, objections -> {
            throw new AssertionError("not granted: " + objections);
        });
    }

    Grant grant(CertificateProfile profile, Der subjectPublicKeyInfo, Wishes wishes) {
        return grant(
                profile, subjectPublicKeyInfo, wishes, issuing.certificate().validity());
    }

    /** A server certificate for these hosts. */
    Grant grant(Der subjectPublicKeyInfo, String... hosts) {
        return grant(SampleProfile.tlsServer().build(), subjectPublicKeyInfo, hosts(hosts));
    }

    Grant grant(String... hosts) {
        return grant(newKey(KeyAlgorithm.EC_P256), hosts);
    }

    static Wishes hosts(String... hosts) {
        List<RequestedName> names = Arrays.stream(hosts)
                .map(host ->
                        host.matches("[0-9.]+|.*:.*") ? RequestedName.ip(host, "ip") : RequestedName.dns(host, "dns"))
                .toList();
        return new Wishes(Optional.of(names), Optional.empty(), Optional.empty());
    }

    static IssuanceRequest request(Grant grant, Optional<String> idempotencyKey) {
        return new IssuanceRequest(grant, RITA.name(), idempotencyKey, Optional.empty(), List.of());
    }

    static IssuanceRequest request(Grant grant) {
        return request(grant, Optional.empty());
    }

    IssuanceOutcome issue(Grant grant) {
        return server.issuance().issue(RITAS, request(grant));
    }

    CertificateRecord issued(Grant grant) {
        return issued(issue(grant)).certificate();
    }

    static IssuanceOutcome.Issued issued(IssuanceOutcome outcome) {
        return outcome.fold(
                issued -> issued,
                refused -> {
                    throw new AssertionError("refused: " + refused.objections());
                },
                awaiting -> {
                    throw new AssertionError(awaiting);
                });
    }

    static Objection refused(IssuanceOutcome outcome) {
        return outcome.fold(
                issued -> {
                    throw new AssertionError("issued " + issued.certificate().certificate());
                },
                refused -> refused.objections().get(0),
                awaiting -> {
                    throw new AssertionError(awaiting);
                });
    }
}
