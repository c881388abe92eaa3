package dev.chancery.db;

import dev.chancery.core.contract.AccountsContract;
import dev.chancery.core.contract.AuthoritiesContract;
import dev.chancery.core.contract.CertificateLedgerContract;
import dev.chancery.core.contract.CertificateSearchContract;
import dev.chancery.core.contract.CrlArchiveContract;
import dev.chancery.core.contract.JournalContract;
import dev.chancery.core.contract.Ports;
import dev.chancery.core.contract.ProfileVersionsContract;
import dev.chancery.core.contract.RequestQueueContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The ports' promises, kept by the journal in files and by tables of H2. */
@DisplayName("On disk")
class StorageContractTest {
    @TempDir
    Path directory;

    private Ports stores(Clock clock) {
        return Stores.ports(Stores.open(directory, clock));
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

    /** As many as leave most of what a test issues in closed generations. */
    private Ports stores(Clock clock, long generation) {
        return Stores.ports(Storage.open(
                StorageSettings.in(directory),
                new Environment(Stores.seal(), clock, Stores.NO_WATCHDOG).with(generation)));
    }

    @Nested
    class LedgerOfManyGenerationsTest extends CertificateLedgerContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock, 2);
        }
    }

    @Nested
    class SearchOfManyGenerationsTest extends CertificateSearchContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock, 7);
        }
    }

    @Nested
    class JournalOfManyGenerationsTest extends JournalContract {
        @Override
        protected Ports open(Clock clock) {
            return stores(clock, 1);
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
