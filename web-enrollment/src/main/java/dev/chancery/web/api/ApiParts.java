package dev.chancery.web.api;

import dev.chancery.core.access.Accounts;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.editing.ProfileEditor;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.role.RoleCatalog;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.auth.Users;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.crl.PublicationWatch;
import java.time.Clock;

/** What the REST API is made of. */
public record ApiParts(
        Enrollment enrollment,
        Revocations revocations,
        CertificateLedger ledger,
        RequestQueue queue,
        Accounts accounts,
        Users users,
        ProfileCatalog profiles,
        ProfileEditor editor,
        RoleCatalog roles,
        IssuerRegistry issuers,
        Authorization authorization,
        Journal journal,
        CrlArchive crlArchive,
        CrlPublication crls,
        PublicationWatch watch,
        Clock clock) {}
