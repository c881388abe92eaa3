package dev.chancery.publisher.check;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlReader;
import dev.chancery.core.crl.SignedCrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges a CRL that came back: the same octets as published, else whose it is, which number, and how fresh. */
final class CrlVerdict {
    /** Our answers may be cached for a minute (STANDARDS.md, HTTP serving 3). */
    static final Duration CACHES = Duration.ofSeconds(75);

    private static final byte DER_SEQUENCE = 0x30;

    private final Clock clock;

    CrlVerdict(Clock clock) {
        this.clock = clock;
    }

    /** @param published what this server serves now */
    List<CheckFinding> judge(Issuer issuer, SignedCrl published, ComparedBody body) {
        Instant now = clock.instant();
        if (body.same()) {
            return now.isBefore(published.nextUpdate()) ? List.of() : List.of(ended(published));
        }
        if (body.octets().length() == 0 && body.length() > 0) {
            return List.of(CheckFinding.fault(
                    CheckReason.TOO_LONG,
                    "Another file than the CRL comes back: it has more than " + body.length() + " octets, the CRL "
                            + published.octets().length() + ".",
                    body.length(),
                    published.octets().length()));
        }
        Optional<SignedCrl> found = read(issuer, body);
        return List.of(found.map(other -> judgeOther(other, published, now)).orElseGet(() -> noCrl(body)));
    }

    private static CheckFinding noCrl(ComparedBody body) {
        Looks looks = Looks.of(body.octets().unsafeOctets());
        return CheckFinding.fault(
                CheckReason.NOT_CRL,
                "What comes back (" + body.length() + " octets) is no CRL signed by this CA: it is " + looks.words()
                        + ".",
                looks.code(),
                body.length());
    }

    private static Optional<SignedCrl> read(Issuer issuer, ComparedBody body) {
        // The JDK reads PEM as well, which most validating servers do not.
        if (body.octets().length() == 0 || body.octets().unsafeOctets()[0] != DER_SEQUENCE) {
            return Optional.empty();
        }
        try {
            return Optional.of(CrlReader.read(issuer.name(), issuer.certificate(), CrlOctets.of(body.octets())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CheckFinding judgeOther(SignedCrl found, SignedCrl published, Instant now) {
        if (!now.isBefore(found.nextUpdate())) {
            return ended(found);
        }
        if (!found.publication().equals(published.publication())) {
            return CheckFinding.fault(
                    CheckReason.CRL_OTHER,
                    "The CRL " + found.publication() + ".crl of this CA comes back, and " + published.publication()
                            + ".crl belongs here: validating servers refuse the certificates that name"
                            + " this address.",
                    found.publication(),
                    published.publication());
        }
        int order = found.number().compareTo(published.number());
        if (order > 0) {
            return CheckFinding.fault(
                    CheckReason.CRL_AHEAD,
                    "CRL number " + found.number() + " comes back, and this server published " + published.number()
                            + " last: another server publishes for this CA, or this one was restored from an old"
                            + " backup.",
                    found.number(),
                    published.number());
        }
        if (order == 0) {
            return CheckFinding.fault(
                    CheckReason.CRL_TWIN,
                    "CRL number " + found.number() + " comes back with other octets than were"
                            + " published: two servers use the key of this CA.",
                    found.number());
        }
        String behind = "CRL number " + found.number() + " comes back, which is older than the " + published.number()
                + " in force. ";
        return now.isBefore(published.signedAt().plus(CACHES))
                ? CheckFinding.passing(
                        CheckReason.CRL_CACHED,
                        behind + "A cache on the way may keep it for a minute; this is looked at again.",
                        found.number(),
                        published.number())
                : CheckFinding.fault(
                        CheckReason.CRL_BEHIND,
                        behind + "Validating servers do not learn what was revoked since: a cache on the"
                                + " way keeps it too long, or a copy is not updated.",
                        found.number(),
                        published.number());
    }

    private static CheckFinding ended(SignedCrl crl) {
        return CheckFinding.fault(
                CheckReason.CRL_ENDED,
                "CRL number " + crl.number() + " comes back, which ended at " + crl.nextUpdate()
                        + ": validating servers refuse every certificate of this CA.",
                crl.number(),
                crl.nextUpdate());
    }
}
