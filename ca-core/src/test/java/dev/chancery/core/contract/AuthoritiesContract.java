package dev.chancery.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.journal.AppendOutcome.Kind;
import dev.chancery.core.journal.AuthorityStanding;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.AuthorityAddressesChanged;
import dev.chancery.core.journal.JournalEvent.AuthorityKeyMoved;
import dev.chancery.core.journal.JournalEvent.AuthorityPartitioned;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link dev.chancery.core.journal.Authorities} promise. */
@DisplayName("Authorities")
public abstract class AuthoritiesContract extends PortsContract {
    private static List<AuthorityAdded> samples() {
        return EveryEvent.inOrder().stream()
                .filter(AuthorityAdded.class::isInstance)
                .map(AuthorityAdded.class::cast)
                .toList();
    }

    @Test
    @DisplayName("are listed as they joined, in that order")
    void all() {
        assertThat(ports().authorities().all()).isEmpty();
        samples().forEach(this::record);
        assertThat(samples()).extracting(AuthorityAdded::name).containsExactly("root", "issuing");
        assertThat(ports().authorities().all()).isEqualTo(samples());
    }

    @Test
    @DisplayName("have the addresses of the last change, and remember every CDP address before it")
    void addresses() {
        EveryEvent.inOrder().stream()
                .filter(event -> event instanceof AuthorityAdded || event instanceof AuthorityAddressesChanged)
                .forEach(this::record);
        AuthorityStanding standing = ports().authorities().standing("issuing");
        assertThat(standing.addresses().orElseThrow().crl())
                .extracting(URI::toString)
                .containsExactly("http://pki3.lab.test/crl/issuing.crl", "http://[2001:db8::1]:8080/crl/issuing.crl");
        assertThat(standing.addresses().orElseThrow().ocsp()).isEmpty();
        assertThat(standing.formerCrl())
                .extracting(URI::toString)
                .containsExactly("http://pki.lab.test/crl/issuing.crl", "http://pki2.lab.test/crl/issuing.crl");
        assertThat(ports().authorities().standing("root")).isEqualTo(AuthorityStanding.unchanged());
    }

    @Test
    @DisplayName("are changed from the addresses that they have, or not at all")
    void staleAddresses() {
        List<JournalEvent> changes = EveryEvent.inOrder().stream()
                .filter(AuthorityAddressesChanged.class::isInstance)
                .toList();
        refused(Kind.UNKNOWN_AUTHORITY, changes.get(0));
        samples().forEach(this::record);
        record(changes.get(0));
        refused(Kind.AUTHORITY_CHANGED, changes.get(0));
        record(changes.get(1));
    }

    @Test
    @DisplayName("lose their key once, and get it back once")
    void key() {
        refused(Kind.UNKNOWN_AUTHORITY, new AuthorityKeyMoved("root", true, ""));
        samples().forEach(this::record);
        refused(Kind.AUTHORITY_CHANGED, new AuthorityKeyMoved("root", false, ""));
        record(new AuthorityKeyMoved("root", true, ""));
        assertThat(ports().authorities().standing("root").keyAway()).isTrue();
        assertThat(ports().authorities().standing("issuing").keyAway()).isFalse();
        refused(Kind.AUTHORITY_CHANGED, new AuthorityKeyMoved("root", true, ""));
        record(new AuthorityKeyMoved("root", false, ""));
        assertThat(ports().authorities().standing("root").keyAway()).isFalse();
    }

    @Test
    @DisplayName("have partitions that only become more, whatever else changes")
    void partitions() {
        refused(Kind.UNKNOWN_AUTHORITY, new AuthorityPartitioned("issuing", 0, 2));
        samples().forEach(this::record);
        assertThat(ports().authorities().standing("issuing").partitions()).isZero();
        record(new AuthorityPartitioned("issuing", 0, 2));
        refused(Kind.AUTHORITY_CHANGED, new AuthorityPartitioned("issuing", 0, 4));
        refused(Kind.AUTHORITY_CHANGED, new AuthorityPartitioned("issuing", 2, 2));
        record(new AuthorityKeyMoved("issuing", true, ""));
        record(new AuthorityPartitioned("issuing", 2, 4));
        assertThat(ports().authorities().standing("issuing").partitions()).isEqualTo(4);
        assertThat(ports().authorities().standing("issuing").keyAway()).isTrue();
        assertThat(ports().authorities().standing("root").partitions()).isZero();
    }

    @Test
    @DisplayName("have a name that nobody else can take")
    void uniqueName() {
        JournalEvent root = samples().get(0);
        record(root);
        refused(Kind.DUPLICATE_AUTHORITY, root);
        assertThat(ports().authorities().all()).hasSize(1);
    }
}
