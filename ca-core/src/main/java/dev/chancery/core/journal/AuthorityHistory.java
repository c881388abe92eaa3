package dev.chancery.core.journal;

import dev.chancery.core.journal.JournalEvent.AuthorityAddressesChanged;
import dev.chancery.core.journal.JournalEvent.AuthorityKeyMoved;
import dev.chancery.core.journal.JournalEvent.AuthorityPartitioned;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What changed about CAs after they joined, as the records tell it. */
final class AuthorityHistory {
    private final Map<String, AuthorityStanding> standings = new HashMap<>();

    /** What is wrong with such an event; takes it in when nothing is. */
    Optional<String> wrong(JournalEvent event, Predicate<String> isAuthority) {
        if (event instanceof AuthorityAddressesChanged changed) {
            return change(changed, isAuthority);
        }
        if (event instanceof AuthorityPartitioned partitioned) {
            return partition(partitioned, isAuthority);
        }
        if (event instanceof CertificateIssued issued) {
            return belongs(issued);
        }
        return event instanceof AuthorityKeyMoved moved ? move(moved, isAuthority) : Optional.empty();
    }

    private Optional<String> change(AuthorityAddressesChanged event, Predicate<String> isAuthority) {
        if (!isAuthority.test(event.name())) {
            return Optional.of("the addresses of \"" + event.name() + "\" are changed, a CA that never joined");
        }
        AuthorityStanding standing = standing(event.name());
        if (standing.addresses().filter(known -> !known.equals(event.before())).isPresent()) {
            return Optional.of("the addresses of the CA \"" + event.name()
                    + "\" are changed from others than the change before it led to");
        }
        standings.put(event.name(), standing.with(event.before(), event.after()));
        return Optional.empty();
    }

    private Optional<String> move(AuthorityKeyMoved event, Predicate<String> isAuthority) {
        if (!isAuthority.test(event.name())) {
            return Optional.of("the key of \"" + event.name() + "\" is moved, a CA that never joined");
        }
        AuthorityStanding standing = standing(event.name());
        if (standing.keyAway() == event.away()) {
            return Optional.of("the key of the CA \"" + event.name() + "\" is moved " + (event.away() ? "away" : "back")
                    + " a second time");
        }
        standings.put(event.name(), standing.withKeyAway(event.away()));
        return Optional.empty();
    }

    private Optional<String> partition(AuthorityPartitioned event, Predicate<String> isAuthority) {
        if (!isAuthority.test(event.name())) {
            return Optional.of("the CRLs of \"" + event.name() + "\" are partitioned, a CA that never joined");
        }
        AuthorityStanding standing = standing(event.name());
        if (standing.partitions() != event.before() || event.after() <= event.before()) {
            return Optional.of("the partitions of the CA \"" + event.name() + "\" become " + event.after() + " from "
                    + event.before() + ", but there were " + standing.partitions() + " and they can only grow");
        }
        standings.put(event.name(), standing.withPartitions(event.after()));
        return Optional.empty();
    }

    private Optional<String> belongs(CertificateIssued event) {
        int partition = event.partition().orElse(1);
        int partitions = standing(event.issuer()).partitions();
        return event.partition().isPresent() && (partition < 1 || partition > partitions)
                ? Optional.of("a certificate of \"" + event.issuer() + "\" belongs to partition " + partition
                        + ", and there are " + partitions)
                : Optional.empty();
    }

    private AuthorityStanding standing(String name) {
        return standings.getOrDefault(name, AuthorityStanding.unchanged());
    }
}
