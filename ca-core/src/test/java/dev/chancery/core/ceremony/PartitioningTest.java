package dev.chancery.core.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.journal.JournalEvent.AuthorityPartitioned;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleServer;
import dev.chancery.core.memory.TestClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The partitions of a CA")
final class PartitioningTest {
    @TempDir
    Path data;

    @TempDir
    Path safe;

    private SampleServer server;
    private Issuer root;

    @BeforeEach
    void start() {
        server = new SampleServer(data, new TestClock(Instant.parse("2026-06-01T12:00:00Z")));
        root = server.createRoot(KeyAlgorithm.EC_P256);
        server.createIssuing(root, KeyAlgorithm.EC_P256);
    }

    private void partition(String ca, int wanted) {
        new Partitioning(
                        server.issuers(),
                        server.stores().authorities(),
                        server.stores().journal())
                .partition(server.ceremonies(), ca, wanted);
    }

    private Issuer make(String name) {
        return server.ceremony()
                .createIntermediate(
                        server.ceremonies(),
                        root,
                        SampleServer.plan(name, "CN=" + name, KeyAlgorithm.EC_P256, "5 years", OptionalInt.of(0)));
    }

    @Test
    @DisplayName("are recorded, become more, and are there at the next start")
    void grow() {
        partition("issuing", 2);
        partition("issuing", 4);
        long records = server.stores().journal().lastSequence();
        partition("issuing", 4);

        assertThat(server.stores().journal().lastSequence()).isEqualTo(records);
        assertThat(server.stores().journal().records().get((int) records - 1).event())
                .isEqualTo(new AuthorityPartitioned("issuing", 2, 4));
        assertThat(server.issuers().find("issuing").orElseThrow().partitions()).isEqualTo(4);
        IssuerRegistry loaded = new IssuerRegistry();
        new AuthorityLoader(server.vault(), server.stores().authorities(), data).load(loaded);
        assertThat(loaded.find("issuing").orElseThrow().partitions()).isEqualTo(4);
        assertThat(loaded.find("root").orElseThrow().partitions()).isZero();
    }

    @Test
    @DisplayName("never become fewer, nor more than the most, and belong to a CA that is here")
    void refused() {
        partition("issuing", 4);

        assertThatThrownBy(() -> partition("issuing", 3))
                .isInstanceOf(CeremonyFaultException.class)
                .hasMessageContaining("has 4, and certificates name their lists");
        assertThatThrownBy(() -> partition("issuing", 257)).hasMessageContaining("256 are the most");
        assertThatThrownBy(() -> partition("elsewhere", 2)).hasMessageContaining("there are root, issuing");
    }

    @Test
    @DisplayName("do not go together with a key that is elsewhere")
    void offline() {
        KeyCustody custody = new KeyCustody(
                server.vault(), server.stores().authorities(), server.stores().journal(), data);
        partition("root", 2);

        assertThatThrownBy(() -> custody.takeAway(server.ceremonies(), "root", safe.resolve("root.p12"), ""))
                .isInstanceOf(CeremonyFaultException.class)
                .hasMessageContaining("certificates name 2 lists");
        server.issuers()
                .replace(Issuer.offline("root", root.certificate(), root.chain(), root.addresses(), root.keyIndex()));
        assertThatThrownBy(() -> partition("root", 3)).hasMessageContaining("is offline");
    }

    @Test
    @DisplayName("and the deltas of a CA leave no other CA their names, and the other way round")
    void names() {
        make("issuing-2");
        assertThatThrownBy(() -> partition("issuing", 2))
                .isInstanceOf(CeremonyFaultException.class)
                .hasMessageContaining("/crl/issuing-2.crl, the address of the CA \"issuing-2\"");
        partition("issuing", 1);
        assertThatThrownBy(() -> make("issuing-3"))
                .isInstanceOf(CeremonyFaultException.class)
                .hasMessageContaining("/crl/issuing-3.crl is or may become the address of one of them");
        assertThat(make("issuing-2a").name()).isEqualTo("issuing-2a");

        assertThatThrownBy(() -> make("issuing-delta"))
                .isInstanceOf(CeremonyFaultException.class)
                .hasMessageContaining("it is that of the delta CRL of \"issuing\"");
        make("web-delta");
        assertThatThrownBy(() -> make("web"))
                .hasMessageContaining("beside the CA \"web-delta\"")
                .hasMessageContaining("the delta CRL of \"web\"");
    }
}
