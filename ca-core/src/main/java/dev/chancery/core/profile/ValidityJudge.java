package dev.chancery.core.profile;

import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.Validity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** From when to when: never longer than the profile's maximum, never outside the issuer's own validity. */
final class ValidityJudge {
    private final CertificateProfile profile;
    private final Validity issuer;
    private final Consumer<Objection> objections;

    ValidityJudge(CertificateProfile profile, Validity issuer, Consumer<Objection> objections) {
        this.profile = profile;
        this.issuer = issuer;
        this.objections = objections;
    }

    Optional<Validity> judge(Optional<String> wish, Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        if (!issuer.contains(start)) {
            objections.accept(Objection.of(
                    "issuer-not-valid",
                    "profile",
                    "The CA " + profile.issuer() + ", which signs for the profile " + profile.name()
                            + ", is valid from " + issuer.notBefore() + " to " + issuer.notAfter()
                            + "; renew it, or check this server's clock."));
            return Optional.empty();
        }
        Instant backdated = start.minus(profile.validity().backdating());
        Instant notBefore = backdated.isBefore(issuer.notBefore()) ? issuer.notBefore() : backdated;
        // The whole period, backdating included, keeps to the maximum: validators count from notBefore to notAfter.
        Instant latest = lastSecond(profile.validity().maximum(), notBefore);
        if (profile.validity().notBeyond().isPresent()) {
            Instant beyond = profile.validity().notBeyond().get().instant();
            if (!beyond.isAfter(start)) {
                objections.accept(Objection.of(
                        "profile-ended",
                        "profile",
                        "Certificates of the profile " + profile.name() + " end on " + beyond
                                + " at the latest, which is over; an administrator has to change validity.not-beyond"
                                + " in the profile, or use another profile."));
                return Optional.empty();
            }
            latest = beyond.isBefore(latest) ? beyond : latest;
        }
        if (wish.isEmpty()) {
            Instant standard = lastSecond(profile.validity().standard(), start);
            return Optional.of(new Validity(notBefore, earliest(standard, latest, issuer.notAfter())));
        }
        Instant last = latest;
        return end(wish.get(), start).map(end -> new Validity(notBefore, earliest(end, last, issuer.notAfter())));
    }

    private Optional<Instant> end(String wish, Instant start) {
        ValidityLength length;
        Instant end;
        try {
            length = ValidityLength.of(wish);
        } catch (IllegalArgumentException e) {
            objections.accept(Objection.suggesting(
                    "validity-syntax",
                    "validity",
                    Quoted.of(wish) + " is no length of time; write 90 days, 12 hours, or ISO 8601: P1Y, P90D, PT12H.",
                    profile.validity().standard().words()));
            return Optional.empty();
        }
        try {
            end = lastSecond(length, start);
        } catch (DateTimeException | ArithmeticException e) {
            return tooLong(wish);
        }
        ValidityLength maximum = profile.validity().maximum();
        if (end.isAfter(lastSecond(maximum, start))) {
            return tooLong(wish);
        }
        Optional<ValidUntil> beyond = profile.validity().notBeyond();
        if (beyond.isPresent() && end.isAfter(beyond.get().instant())) {
            return beyondProfile(wish, start, beyond.get().instant());
        }
        if (end.isAfter(issuer.notAfter())) {
            return beyondIssuer(wish, start);
        }
        if (end.isBefore(start)) {
            objections.accept(Objection.of(
                    "validity-too-short", "validity", Quoted.of(wish) + " is over at once; ask for a second or more."));
            return Optional.empty();
        }
        return Optional.of(end);
    }

    private Optional<Instant> tooLong(String wish) {
        ValidityLength maximum = profile.validity().maximum();
        objections.accept(Objection.suggesting(
                "validity-too-long",
                "validity",
                Quoted.of(wish) + " is longer than the profile " + profile.name() + " allows, which is at most "
                        + maximum.words() + ".",
                maximum.words()));
        return Optional.empty();
    }

    private Optional<Instant> beyondProfile(String wish, Instant start, Instant last) {
        objections.accept(new Objection(
                "validity-beyond-profile",
                "validity",
                Quoted.of(wish) + " ends after " + last + ", beyond which no certificate of the profile "
                        + profile.name() + " goes; ask for less, or leave it out for the longest possible.",
                longestUntil(start, last).map(ValidityLength::words)));
        return Optional.empty();
    }

    private Optional<Instant> beyondIssuer(String wish, Instant start) {
        String message = Quoted.of(wish) + " ends after the CA " + profile.issuer() + " itself, which is valid until "
                + issuer.notAfter() + "; ask for less, or leave it out for the longest possible.";
        objections.accept(new Objection(
                "validity-beyond-issuer",
                "validity",
                message,
                longestUntil(start, issuer.notAfter()).map(ValidityLength::words)));
        return Optional.empty();
    }

    /** In whole days, hours or minutes, the largest unit that still fits. */
    private static Optional<ValidityLength> longestUntil(Instant start, Instant last) {
        Duration left = Duration.between(start, last.plusSeconds(1));
        if (left.toDays() > 0) {
            return Optional.of(new ValidityLength(Period.ofDays(Math.toIntExact(left.toDays())), Duration.ZERO));
        }
        Duration whole = left.toHours() > 0 ? Duration.ofHours(left.toHours()) : Duration.ofMinutes(left.toMinutes());
        return whole.isZero() ? Optional.empty() : Optional.of(new ValidityLength(Period.ZERO, whole));
    }

    /** Both ends are part of the period (RFC 5280 §4.1.2.5), so a day ends one second before the next begins. */
    private static Instant lastSecond(ValidityLength length, Instant start) {
        return length.addTo(start).minusSeconds(1);
    }

    private static Instant earliest(Instant first, Instant second, Instant third) {
        Instant earlier = first.isBefore(second) ? first : second;
        return earlier.isBefore(third) ? earlier : third;
    }
}
