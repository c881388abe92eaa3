package dev.chancery.core.contract;

import dev.chancery.core.access.Accounts;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.core.journal.Authorities;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.ProfileVersions;
import dev.chancery.core.ledger.CertificateLedger;

/**
 * One set of stores under test.
 *
 * @param close gives up what they hold
 */
public record Ports(
        Journal journal,
        CertificateLedger ledger,
        CrlArchive crlArchive,
        RequestQueue requestQueue,
        Authorities authorities,
        Accounts accounts,
        ProfileVersions profileVersions,
        Runnable close) {}
