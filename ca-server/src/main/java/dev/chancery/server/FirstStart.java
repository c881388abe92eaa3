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
import dev.chancery.core.x509.SubjectName;
import dev.chancery.web.auth.NewAccount;
import dev.chancery.web.auth.ShownOnce;
import dev.chancery.web.auth.Users;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Makes what a CA cannot be without. Each step looks first, so that a first start that was cut short is completed. */
final class FirstStart {
    static final String ROOT = "root";
    static final String ISSUING = "issuing";
    static final String ADMIN = "admin";

    private final AuthoritySettings settings;
    private final Ceremony ceremony;
    private final IssuerRegistry issuers;
    private final Accounts accounts;
    private final Users users;
    private final AccessPolicy access;

    FirstStart(
            AuthoritySettings settings,
            Ceremony ceremony,
            IssuerRegistry issuers,
            Accounts accounts,
            Users users,
            AccessPolicy access) {
        this.settings = settings;
        this.ceremony = ceremony;
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
