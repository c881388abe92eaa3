package dev.chancery.web;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.editing.ProfileEditor;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.core.issuance.Rehearsal;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.profile.ProfileCatalog;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.role.RoleCatalog;
import dev.chancery.web.auth.LocalAdmin;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.house.HouseWatch;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * What the web module needs from the rest of the house.
 *
 * @param rehearsal shows what a profile would make
 * @param profileSchema JSON Schema of profile files, for editors
 */
public record WebParts(
        Enrollment enrollment,
        Revocations revocations,
        CertificateLedger ledger,
        RequestQueue queue,
        Accounts accounts,
        ProfileCatalog profiles,
        ProfileEditor editor,
        Rehearsal rehearsal,
        String profileSchema,
        RoleCatalog roles,
        IssuerRegistry issuers,
        AccessPolicy accessPolicy,
        Journal journal,
        CrlArchive crlArchive,
        CrlPublication crls,
        PublicationWatch watch,
        HouseWatch house,
        WebSettings settings,
        LocalAdmin localAdmin,
        SecureRandom random,
        Clock clock) {}
