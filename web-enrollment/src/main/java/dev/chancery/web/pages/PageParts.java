package dev.chancery.web.pages;

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
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.auth.SignIn;
import dev.chancery.web.auth.Users;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.house.HouseWatch;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.IntSupplier;

/**
 * What the pages are made of.
 *
 * @param httpsPort where people sign in, for the link on the plain-HTTP trust page; 0 while there is none
 */
public record PageParts(
        Enrollment enrollment,
        Revocations revocations,
        ProfileCatalog profiles,
        ProfileEditor editor,
        Rehearsal rehearsal,
        RoleCatalog roles,
        IssuerRegistry issuers,
        CertificateLedger ledger,
        RequestQueue requests,
        Accounts accounts,
        CrlPublication crls,
        CrlArchive crlArchive,
        PublicationWatch watch,
        HouseWatch house,
        Journal journal,
        Authorization authorization,
        SignIn signIn,
        Users users,
        SecureRandom random,
        Clock clock,
        IntSupplier httpsPort) {}
