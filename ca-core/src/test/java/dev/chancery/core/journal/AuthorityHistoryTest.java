package dev.chancery.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.journal.JournalEvent.AuthorityAddressesChanged;
import dev.chancery.core.journal.JournalEvent.AuthorityKeyMoved;
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
