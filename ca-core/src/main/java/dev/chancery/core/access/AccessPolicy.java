package dev.chancery.core.access;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The one authorise(requester, action, object) of every protocol (SECURITY.md rule 8). */
public final class AccessPolicy {
    private static final Map<Permission, Set<Role>> ALLOWED = table();

    /** An object that belongs to somebody: its owner may do what {@link #OWNER} lists without a role for it. */
    public record AccessObject(String name, String owner) {
        public static AccessObject any() {
            return new AccessObject("*", "");
        }

        public static AccessObject named(String name) {
            return new AccessObject(name, "");
        }
    }

    private static final Set<Permission> OWNER = EnumSet.of(
            Permission.READ_CERTIFICATE,
            Permission.REVOKE_CERTIFICATE,
            Permission.READ_REQUEST,
            Permission.CHANGE_OWN_PASSWORD);

    public AccessDecision decide(Requester requester, Permission permission, AccessObject object) {
        boolean owns = !object.owner().isEmpty() && object.owner().equals(requester.name());
        if (permission == Permission.DECIDE_REQUEST && owns) {
            return new AccessDecision.Denied("Nobody decides about a request of their own.");
        }
        boolean byRole = ALLOWED.getOrDefault(permission, Set.of()).stream().anyMatch(requester::has);
        if (byRole || (owns && OWNER.contains(permission))) {
            return new AccessDecision.Allowed(new Permit(requester, permission, object.name()));
        }
        return new AccessDecision.Denied(
                requester.name() + " may not do this: it needs the role " + needed(permission) + ".");
    }

    private static String needed(Permission permission) {
        return String.join(
                " or ",
                ALLOWED.getOrDefault(permission, Set.of()).stream()
                        .map(Role::label)
                        .sorted()
                        .toList());
    }

    private static Map<Permission, Set<Role>> table() {
        Map<Permission, Set<Role>> table = new EnumMap<>(Permission.class);
        table.put(Permission.REQUEST_CERTIFICATE, EnumSet.of(Role.REQUESTER, Role.OFFICER));
        table.put(Permission.READ_CERTIFICATE, EnumSet.of(Role.OFFICER, Role.AUDITOR));
        table.put(Permission.LIST_CERTIFICATES, EnumSet.allOf(Role.class));
        table.put(Permission.REVOKE_CERTIFICATE, EnumSet.of(Role.OFFICER));
        table.put(Permission.RELEASE_HOLD, EnumSet.of(Role.OFFICER));
        table.put(Permission.READ_REQUEST, EnumSet.of(Role.OFFICER, Role.AUDITOR));
        table.put(Permission.DECIDE_REQUEST, EnumSet.of(Role.OFFICER));
        table.put(Permission.READ_AUTHORITIES, EnumSet.allOf(Role.class));
        table.put(Permission.PUBLISH_CRL, EnumSet.of(Role.OFFICER));
        table.put(Permission.READ_PROFILES, EnumSet.allOf(Role.class));
        table.put(Permission.READ_JOURNAL, EnumSet.of(Role.AUDITOR));
        table.put(Permission.READ_USERS, EnumSet.of(Role.ADMIN, Role.AUDITOR));
        table.put(Permission.MANAGE_USERS, EnumSet.of(Role.ADMIN));
        table.put(Permission.READ_METRICS, EnumSet.of(Role.ADMIN, Role.AUDITOR, Role.OFFICER));
        table.put(Permission.MANAGE_AUTHORITIES, EnumSet.of(Role.ADMIN));
        table.put(Permission.MANAGE_PROFILES, EnumSet.of(Role.ADMIN));
        table.put(Permission.BACK_UP, EnumSet.of(Role.ADMIN));
        return table;
    }
}
