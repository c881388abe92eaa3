package dev.chancery.server;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.revocation.RevocationOutcome;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.server.bench.Workshop;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;

/** The assembly, for measurements. */
final class BenchWorkshop implements Workshop {
    private static final int PEOPLE = 20;

    private final Assembly assembly;

    private BenchWorkshop(Assembly assembly) {
        this.assembly = assembly;
    }

    static Workshop open(Path directory, String issuingKey) {
        DataDirectory data = DataDirectory.open(directory);
        Settings settings = Configuration.settings(data, Optional.empty(), Map.of("authority.issuing.key", issuingKey));
        Assembly assembly = Assembly.of(data, settings, Clock.systemUTC(), System.getenv());
        try {
            assembly.firstStart().makeAuthorities(URI.create("http://127.0.0.1:8080"));
            assembly.firstStart().makeAdmin();
            return new BenchWorkshop(assembly);
        } catch (RuntimeException e) {
            assembly.close();
            throw e;
        }
    }

    @Override
    public IssuanceOutcome issue(EnrollmentRequest request) {
        return assembly.enrollment()
                .request(permit(somebody(), Permission.REQUEST_CERTIFICATE, request.profile()), request);
    }

    @Override
    public void revoke(SerialNumber serial) {
        RevocationOutcome outcome = assembly.revocations()
                .revoke(
                        permit(Requester.system(), Permission.REVOKE_CERTIFICATE, serial.hex()),
                        serial,
                        RevocationReason.SUPERSEDED,
                        Optional.empty());
        if (!(outcome instanceof RevocationOutcome.Changed)) {
            throw new IllegalStateException("a certificate of the measurement could not be revoked: " + outcome);
        }
    }

    @Override
    public void copyRevoked(List<EncodedCertificate> originals, int count, LongConsumer progress) {
        new CopiedCertificates(assembly.journal(), Clock.systemUTC())
                .revoked(FirstStart.ISSUING, originals, count, progress);
    }

    /** One of a few people: the server's own certificates are not what the pages list. */
    private static Requester somebody() {
        int number = ThreadLocalRandom.current().nextInt(PEOPLE);
        return new Requester(
                "requester-%02d".formatted(number), EnumSet.of(Role.REQUESTER), NameGrants.everything(), "internal");
    }

    private Permit permit(Requester requester, Permission permission, String object) {
        return assembly.access()
                .decide(requester, permission, AccessObject.named(object))
                .fold(allowed -> allowed, reason -> {
                    throw new IllegalStateException(reason);
                });
    }

    @Override
    public void close() {
        assembly.close();
    }
}
