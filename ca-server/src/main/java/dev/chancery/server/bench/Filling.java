package dev.chancery.server.bench;

import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.issuance.IssuanceOutcome;
import dev.chancery.core.issuance.IssuanceOutcome.Issued;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.server.command.report.ProgressBar;
import dev.chancery.server.command.report.Screen;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;

/** Fills a data directory with certificates, and revokes some of them. */
final class Filling {
    private static final int RSA_KEYS = 20;
    private static final int ELLIPTIC_KEYS = 500;
    private static final int REQUESTS = 1000;
    private static final int ORIGINALS = 200;
    /** So many certificates that follow each other are one host's. */
    private static final int RENEWALS = 4;

    /** Records between two looks at the progress bar. */
    private static final int STEP = 1000;

    private final Workshop workshop;
    private final int threads;
    private final Screen screen;
    private final boolean watched;
    private final ConcurrentLinkedQueue<SerialNumber> toRevoke = new ConcurrentLinkedQueue<>();

    Filling(Workshop workshop, int threads, Screen screen, boolean watched) {
        this.workshop = workshop;
        this.threads = threads;
        this.screen = screen;
        this.watched = watched;
    }

    /** @param revoked so many of them are kept in mind for {@link #revoke} */
    Crew issue(List<EnrollmentRequest> requests, long certificates, long revoked) {
        return run(certificates, "certificates", number -> {
            SerialNumber serial = issue(ofHost(number / RENEWALS, requests.get((int) (number % requests.size()))));
            if (number < revoked) {
                toRevoke.add(serial);
            }
        });
    }

    /** As a lab has them: many hosts, each with few certificates. */
    private static EnrollmentRequest ofHost(long host, EnrollmentRequest request) {
        List<RequestedName> names = List.of(
                RequestedName.dns("host%d.lab.example.com".formatted(host), "names[0]"),
                RequestedName.dns("host%d.bench.example.com".formatted(host), "names[1]"));
        return new EnrollmentRequest(
                request.profile(),
                request.csr(),
                new Wishes(Optional.of(names), Optional.empty(), Optional.empty()),
                request.idempotencyKey());
    }

    Crew revoke() {
        return run(toRevoke.size(), "revocations", number -> workshop.revoke(toRevoke.remove()));
    }

    /** Fast, for measurements of what lists them: a few real ones, and copies of these that differ in their serials. */
    void copyRevoked(List<EnrollmentRequest> requests, int certificates) {
        List<EncodedCertificate> originals = Collections.synchronizedList(new ArrayList<>());
        int real = Math.min(ORIGINALS, certificates);
        run(real, "certificates", number -> originals.add(certificate(requests.get((int) number % requests.size()))));
        try (ProgressBar bar = new ProgressBar(screen.errors(), watched, "records")) {
            long total = 2L * certificates;
            workshop.copyRevoked(List.copyOf(originals), certificates, done -> {
                if (done % STEP == 0) {
                    bar.at(done, total);
                }
            });
        }
    }

    private Crew run(long total, String what, LongConsumer work) {
        Crew crew = new Crew(threads, total);
        try (ProgressBar bar = new ProgressBar(screen.errors(), watched, what)) {
            crew.run(work, bar::at);
        }
        return crew;
    }

    private SerialNumber issue(EnrollmentRequest request) {
        return certificate(request).serial();
    }

    private EncodedCertificate certificate(EnrollmentRequest request) {
        IssuanceOutcome outcome = workshop.issue(request);
        if (outcome instanceof Issued issued) {
            return issued.certificate().certificate();
        }
        throw new IllegalStateException("a request of the measurement was refused: " + outcome);
    }

    /** Certificate requests in PEM; few keys, since making them is not what is measured. */
    static List<String> pem(KeyAlgorithm algorithm) {
        return Requests.certificateRequests(
                algorithm, algorithm.curve().isEmpty() ? RSA_KEYS : ELLIPTIC_KEYS, REQUESTS);
    }

    static List<EnrollmentRequest> requests(KeyAlgorithm algorithm) {
        return pem(algorithm).stream()
                .map(pem -> new EnrollmentRequest(
                        "tls-server",
                        Der.ofOwned(pem.getBytes(StandardCharsets.US_ASCII)),
                        Wishes.none(),
                        Optional.empty()))
                .toList();
    }
}
