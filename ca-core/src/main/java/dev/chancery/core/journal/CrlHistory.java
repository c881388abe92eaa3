package dev.chancery.core.journal;

import dev.chancery.core.journal.JournalEvent.CrlNumbersRaised;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The numbers of CRLs, as the records tell them. */
final class CrlHistory {
    private record Scope(String issuer, String scope) {}

    private final Map<Scope, BigInteger> highest = new HashMap<>();
    private long signed;

    long signed() {
        return signed;
    }

    /** What is wrong with an event about a CRL; takes it in when nothing is. */
    Optional<String> wrong(JournalRecord next, Predicate<String> isAuthority) {
        if (next.event() instanceof CrlNumbersRaised raised) {
            return raise(raised, isAuthority);
        }
        if (!(next.event() instanceof CrlSigned crl)) {
            return Optional.empty();
        }
        String name = "CRL " + crl.number() + " of " + crl.scope();
        if (!isAuthority.test(crl.issuer())) {
            return Optional.of(name + " was signed by \"" + crl.issuer() + "\", a CA that never joined");
        }
        if (!crl.nextUpdate().isAfter(crl.thisUpdate())) {
            return Optional.of(name + " ends at " + crl.nextUpdate() + ", before it begins at " + crl.thisUpdate());
        }
        if (crl.coverage()
                .filter(coverage -> coverage.through() >= next.sequence())
                .isPresent()) {
            return Optional.of(name + " covers records that came after it");
        }
        BigInteger before = highest.getOrDefault(new Scope(crl.issuer(), crl.scope()), BigInteger.ZERO);
        if (crl.number().compareTo(before) <= 0) {
            return Optional.of(name + " comes after CRL " + before + ": numbers only go up");
        }
        highest.put(new Scope(crl.issuer(), crl.scope()), crl.number());
        signed++;
        return Optional.empty();
    }

    private Optional<String> raise(CrlNumbersRaised raised, Predicate<String> isAuthority) {
        if (!isAuthority.test(raised.issuer())) {
            return Optional.of("the CRL numbers of \"" + raised.issuer() + "\" are raised, a CA that never joined");
        }
        Scope scope = new Scope(raised.issuer(), raised.scope());
        BigInteger before = highest.getOrDefault(scope, BigInteger.ZERO);
        if (raised.number().compareTo(before) <= 0) {
            return Optional.of("the CRL numbers of " + raised.scope() + " are raised to " + raised.number()
                    + ", which is not above " + before);
        }
        highest.put(scope, raised.number());
        return Optional.empty();
    }
}
