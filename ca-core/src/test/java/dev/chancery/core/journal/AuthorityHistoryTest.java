package dev.chancery.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.JournalEvent.AuthorityAddressesChanged;
import dev.chancery.core.journal.JournalEvent.AuthorityKeyMoved;
import dev.chancery.core.journal.JournalEvent.AuthorityPartitioned;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What changed about a CA, read from its records,")
final class AuthorityHistoryTest {
    private final AuthorityHistory history = new AuthorityHistory();

    private Optional<String> read(JournalEvent event) {
        return history.wrong(event, "issuing"::equals);
    }

    private static CertificateAddresses addresses(String host) {
        return new CertificateAddresses(
                List.of(URI.create("http://" + host + "/crl/issuing.crl")),
                List.of(URI.create("http://" + host + "/ca/issuing.crt")),
                List.of());
    }

    @Test
    @DisplayName("continues from the change before")
    void addresses() {
        assertThat(read(new AuthorityAddressesChanged("issuing", addresses("a"), addresses("b"))))
                .isEmpty();
        assertThat(read(new AuthorityAddressesChanged("issuing", addresses("b"), addresses("c"))))
                .isEmpty();
        assertThat(read(new AuthorityAddressesChanged("issuing", addresses("b"), addresses("d"))))
                .hasValueSatisfying(words -> assertThat(words).contains("from others than the change before"));
        assertThat(read(new AuthorityAddressesChanged("elsewhere", addresses("a"), addresses("b"))))
                .hasValueSatisfying(words -> assertThat(words).contains("never joined"));
    }

    @Test
    @DisplayName("has partitions that only become more, and certificates of those that there are")
    void partitions() {
        assertThat(read(new AuthorityPartitioned("elsewhere", 0, 2)))
                .hasValueSatisfying(words -> assertThat(words).contains("never joined"));
        assertThat(read(Samples.certificate("4f01").in(1).issued()))
                .hasValueSatisfying(words -> assertThat(words).contains("partition 1, and there are 0"));
        assertThat(read(new AuthorityPartitioned("issuing", 0, 2))).isEmpty();
        assertThat(read(new AuthorityPartitioned("issuing", 0, 4)))
                .hasValueSatisfying(words -> assertThat(words).contains("there were 2"));
        assertThat(read(new AuthorityPartitioned("issuing", 2, 1))).isPresent();
        assertThat(read(Samples.certificate("4f02").in(2).issued())).isEmpty();
        assertThat(read(Samples.certificate("4f03").in(3).issued())).isPresent();
    }

    @Test
    @DisplayName("has its key leave and come back in turn")
    void key() {
        assertThat(read(new AuthorityKeyMoved("issuing", false, "")))
                .hasValueSatisfying(words -> assertThat(words).contains("back a second time"));
        assertThat(read(new AuthorityKeyMoved("issuing", true, ""))).isEmpty();
        assertThat(read(new AuthorityKeyMoved("issuing", true, "")))
                .hasValueSatisfying(words -> assertThat(words).contains("away a second time"));
        assertThat(read(new AuthorityKeyMoved("issuing", false, ""))).isEmpty();
        assertThat(read(new AuthorityKeyMoved("elsewhere", true, "")))
                .hasValueSatisfying(words -> assertThat(words).contains("never joined"));
    }
}
