package dev.chancery.publisher.check;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.publisher.check.CheckedAddress.Kind;
import dev.chancery.publisher.check.HttpFetch.Answer;
import dev.chancery.publisher.check.HttpFetch.UnreachableException;
import dev.chancery.publisher.publish.PublishedCrls;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Looks at one address: its name, its answer, its content. */
final class AddressCheck {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration TOTAL = Duration.ofSeconds(5);

    private final Naming naming;
    private final HttpFetch http;
    private final CrlVerdict crls;
    private final PublishedCrls published;
    private final Clock clock;

    AddressCheck(PublishedCrls published, Executor threads, String userAgent, Clock clock) {
        this.naming = new Naming(threads, CONNECT);
        this.http = new HttpFetch(CONNECT, TOTAL, userAgent);
        this.crls = new CrlVerdict(clock);
        this.published = published;
        this.clock = clock;
    }

    /** @param publication name of the CRL that has to be there, {@code issuing}, {@code issuing-3} */
    CheckedAddress look(Issuer issuer, Kind kind, String publication, URI address) {
        List<CheckFinding> findings = new ArrayList<>(naming.judge(kind, address));
        if (kind == Kind.PARTITION) {
            // Whom the host and the port of a CA's addresses trouble is said once, of the full CRL's.
            findings.removeIf(finding -> !finding.isFault());
        }
        if (findings.stream().noneMatch(CheckFinding::isFault)) {
            findings.addAll(
                    switch (kind) {
                        case CRL, PARTITION -> crl(issuer, publication, address);
                        case CA_CERTIFICATE -> certificate(issuer, address);
                        case OCSP -> ocsp(issuer, address);
                    });
        }
        return new CheckedAddress(kind, address, findings);
    }

    private List<CheckFinding> crl(Issuer issuer, String publication, URI address) {
        while (true) {
            Optional<SignedCrl> before = published.find(publication);
            if (before.isEmpty()) {
                return List.of(CheckFinding.fault(CheckReason.NO_CRL, "This CA has not published a CRL yet."));
            }
            List<CheckFinding> found = fetch(
                    address,
                    Kind.CRL,
                    "application/pkix-crl",
                    before.get().octets().buffer(),
                    body -> crls.judge(issuer, before.get(), body));
            // A successor that was published meanwhile is another CRL, and no fault.
            boolean overtaken = published
                    .find(publication)
                    .filter(now -> !now.number().equals(before.get().number()))
                    .isPresent();
            if (found.isEmpty() || !overtaken || Thread.currentThread().isInterrupted()) {
                return found;
            }
        }
    }

    private List<CheckFinding> certificate(Issuer issuer, URI address) {
        ByteBuffer own = ByteBuffer.wrap(issuer.certificate().der().unsafeOctets());
        return fetch(
                address,
                Kind.CA_CERTIFICATE,
                "application/pkix-cert",
                own,
                body -> CertificateVerdict.judge(issuer, body));
    }

    private List<CheckFinding> ocsp(Issuer issuer, URI address) {
        OcspQuestion question = new OcspQuestion(issuer);
        try {
            return question.judge(http.post(address, "application/ocsp-request", question.request()), clock);
        } catch (UnreachableException e) {
            return List.of(unreachable(address, e));
        }
    }

    private interface Content {
        List<CheckFinding> judge(ComparedBody body);
    }

    private List<CheckFinding> fetch(URI address, Kind kind, String type, ByteBuffer expected, Content content) {
        try {
            Answer answer = http.get(address, expected);
            List<CheckFinding> findings = new ArrayList<>(AnswerVerdict.judge(answer, type, kind.words()));
            if (findings.stream().noneMatch(CheckFinding::isFault)) {
                findings.addAll(content.judge(answer.body()));
            }
            return findings;
        } catch (UnreachableException e) {
            return List.of(unreachable(address, e));
        }
    }

    private static CheckFinding unreachable(URI address, UnreachableException e) {
        String message = "Seen from this server, " + address.getAuthority() + " " + e.why() + ".";
        return e.detail().isEmpty()
                ? CheckFinding.fault(e.reason(), message, address.getAuthority())
                : CheckFinding.fault(e.reason(), message, address.getAuthority(), e.detail());
    }
}
