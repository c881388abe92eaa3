package dev.chancery.web;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.core.access.Role;
import dev.chancery.core.memory.Permits;
import dev.chancery.web.auth.NewAccount;
import dev.chancery.web.auth.Users;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One account for each part that somebody can play, with a first password and a token. */
final class People {
    enum Part {
        /** Asks for certificates below lab.example.com; what the tests look at is hers. */
        ALICE(Role.REQUESTER),
        /** Another requester. */
        BOB(Role.REQUESTER),
        OFFICER(Role.OFFICER),
        AUDITOR(Role.AUDITOR),
        ADMIN(Role.ADMIN);

        private final Role role;

        Part(Role role) {
            this.role = role;
        }

        String account() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Map<Part, String> passwords = new EnumMap<>(Part.class);
    private final Map<Part, String> tokens = new EnumMap<>(Part.class);

    People(Users users) {
        Permit permit = Permits.of(Requester.system(), Permission.MANAGE_USERS);
        for (Part part : Part.values()) {
            passwords.put(
                    part,
                    users.create(permit, account(part))
                            .fold((account, secret) -> secret.orElseThrow().text(), this::no, this::no));
            tokens.put(part, token(users, permit, part.account()));
        }
    }

    private static NewAccount account(Part part) {
        NameGrants grants = new NameGrants(List.of(), List.of("lab.example.com"), false, List.of("10.0.0.0/8"), false);
        return new NewAccount(part.account(), "", Set.of(part.role), grants, true);
    }

    String token(Users users, Permit permit, String account) {
        return users.addToken(permit, account, "tests", Optional.empty())
                .fold((changed, secret) -> secret.orElseThrow().text(), this::no, this::no);
    }

    private String no(Object reason) {
        throw new AssertionError(reason);
    }

    String password(Part part) {
        return passwords.get(part);
    }

    String token(Part part) {
        return tokens.get(part);
    }

    static Permit own(String account) {
        Requester self = new Requester(account, Set.of(Role.REQUESTER), NameGrants.nothing(), "password");
        return Permits.of(self, Permission.CHANGE_OWN_PASSWORD, new AccessPolicy.AccessObject(account, account));
    }
}
