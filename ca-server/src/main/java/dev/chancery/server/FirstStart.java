package dev.chancery.server;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ceremony.CaPlan;
import dev.chancery.core.ceremony.Ceremony;
import dev.chancery.core.ceremony.CeremonyFaultException;
import dev.chancery.core.ceremony.Partitioning;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.publisher.schedule.CrlSettings;
import dev.chancery.web.auth.NewAccount;
import dev.chancery.web.auth.ShownOnce;
import dev.chancery.web.auth.Users;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Makes what a CA cannot be without. Each step looks first, so that a first start that was cut short is completed. */
final class FirstStart {
    static final String ROOT = "root";
    static final String ISSUING = "issuing";
    static final String ADMIN = "admin";

    private final AuthoritySettings settings;
    private final Ceremony ceremony;
    private final Partitioning partitioning;
    private final IssuerRegistry issuers;
    private final Accounts accounts;
    private final Users users;
    private final AccessPolicy access;

    FirstStart(
            AuthoritySettings settings,
            Ceremony ceremony,
            Partitioning partitioning,
            IssuerRegistry issuers,
            Accounts accounts,
            Users users,
            AccessPolicy access) {
        this.settings = settings;
        this.ceremony = ceremony;
        this.partitioning = partitioning;
        this.issuers = issuers;
        this.accounts = accounts;
        this.users = users;
        this.access = access;
    }

    /** A root and an issuing CA whose certificates point to {@code publicUrl}. */
    void makeAuthorities(URI publicUrl) {
        Permit permit = permit(Permission.MANAGE_AUTHORITIES);
        Issuer root = issuers.find(ROOT)
                .orElseGet(
                        () -> ceremony.createRoot(permit, plan(ROOT, settings.root(), OptionalInt.empty(), publicUrl)));
        if (issuers.find(ISSUING).isEmpty()) {
            ceremony.createIntermediate(permit, root, plan(ISSUING, settings.issuing(), OptionalInt.of(0), publicUrl));
        }
    }

    /**
     * Gives CAs the partitions that the settings ask for, before the first CRL is published and the first certificate issued.
     *
     * @throws StartRefusedException when there cannot be as many, with the reason
     */
    void partition(CrlSettings crls) {
        new TreeMap<>(crls.authorities())
                .forEach((ca, otherwise) -> otherwise.partitions().ifPresent(count -> partition(ca, count)));
        issuers.all().stream()
                .filter(issuer -> issuer.partitions() > 0)
                .flatMap(issuer -> crls.misfit(issuer.name()).stream())
                .findFirst()
                .ifPresent(why -> {
                    throw new StartRefusedException("In the section crl, " + why + ".");
                });
    }

    private void partition(String ca, int count) {
        try {
            partitioning.partition(permit(Permission.MANAGE_AUTHORITIES), ca, count);
        } catch (CeremonyFaultException e) {
            throw new StartRefusedException("crl.authorities." + ca + ".partitions: " + e.getMessage(), e);
        }
    }

    /**
     * The first account, for whoever started the server: with every role and every name, so that a team of one can work.
     *
     * @return its password, to be shown once; empty when there are accounts already
     */
    Optional<ShownOnce> makeAdmin() {
        if (!accounts.all().isEmpty()) {
            return Optional.empty();
        }
        NewAccount admin =
                new NewAccount(ADMIN, "Administrator", EnumSet.allOf(Role.class), NameGrants.everything(), true);
        return users.create(permit(Permission.MANAGE_USERS), admin)
                .fold(
                        (account, secret) -> secret,
                        missing -> {
                            throw new IllegalStateException(missing);
                        },
                        refused -> {
                            throw new IllegalStateException(refused.objection().message());
                        });
    }

    private CaPlan plan(String name, AuthoritySettings.CaSettings settings, OptionalInt pathLength, URI publicUrl) {
        SubjectName subject = SubjectName.of(new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, this.settings.organization())
                .addRDN(BCStyle.CN, settings.commonName())
                .build());
        return new CaPlan(name, subject, settings.key(), settings.validity(), pathLength, publicUrl);
    }

    private Permit permit(Permission permission) {
        return access.decide(Requester.system(), permission, AccessPolicy.AccessObject.any())
                .fold(permit -> permit, reason -> {
                    throw new IllegalStateException(reason);
                });
    }
}
