package dev.chancery.server;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.editing.ProfileUses;
import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.core.role.RoleCatalog;
import dev.chancery.core.role.RoleTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who needs which profile: the server itself, roles, and requests that wait. */
record ProfileNeeds(RoleCatalog roles, RequestQueue queue, IssuerRegistry registry) implements ProfileUses {
    private static final Map<String, String> OWN = Map.of(
            ServerTls.PROFILE, "the server gets its own TLS certificate by it",
            ResponderCertificates.PROFILE, "OCSP responders get their certificates by it");

    /** More are never looked at; they are many enough to say so. */
    private static final int LOOKED_AT = 1_000;

    @Override
    public Optional<String> neededBy(String profile) {
        return Optional.ofNullable(OWN.get(profile))
                .or(() -> roles.all().stream()
                        .filter(role -> uses(role, profile))
                        .findFirst()
                        .map(role -> "the role " + role.name() + " names it"))
                .or(() -> waiting(profile));
    }

    private static boolean uses(RoleTemplate role, String profile) {
        return role.certificates().stream()
                .anyMatch(row ->
                        row.profile().equals(profile) || row.profileWith().containsValue(profile));
    }

    private Optional<String> waiting(String profile) {
        return queue
                .list(Optional.of(PendingRequest.State.PENDING), Optional.empty(), Optional.empty(), LOOKED_AT)
                .stream()
                .filter(request -> request.profile().equals(profile))
                .findFirst()
                .map(request -> "request " + request.id() + " waits for a certificate of it");
    }

    @Override
    public List<String> issuers() {
        return registry.all().stream().map(Issuer::name).toList();
    }
}
