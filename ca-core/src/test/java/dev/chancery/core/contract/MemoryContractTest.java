package dev.chancery.core.contract;

import dev.chancery.core.memory.MemoryStores;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** The fakes keep the ports' promises, so that a test that uses them means something. */
@DisplayName("In memory")
class MemoryContractTest {
    private static Ports stores(Clock clock) {
        MemoryStores stores = new MemoryStores(clock);
        return new Ports(
                stores.journal(),
                stores.ledger(),
                stores.crlArchive(),
                stores.requestQueue(),
                stores.authorities(),
                stores.accounts(),
                stores.profileVersions(),
                () -> {});
    }

    @Nested
    class JournalTest extends JournalContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock);
        }
    }

    @Nested
    class LedgerTest extends CertificateLedgerContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock);
        }
    }

    @Nested
    class LedgerSearchTest extends CertificateSearchContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock);
        }
    }

    @Nested
    class CrlArchiveTest extends CrlArchiveContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock);
        }
    }

    @Nested
    class RequestQueueTest extends RequestQueueContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock);
        }
    }

    @Nested
    class AuthoritiesTest extends AuthoritiesContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock);
        }
    }

    @Nested
    class AccountsTest extends AccountsContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock);
        }
    }

    @Nested
    class ProfileVersionsTest extends ProfileVersionsContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock);
        }
    }
}
