package dev.chancery.core.role;

import dev.chancery.core.role.CertificateTemplate.Per;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of server and the certificates that it needs. Read from {@code roles/NAME.yaml}, and sound once it exists.
 *
 * @param name as in a topology; the file's name
 * @param family what it belongs to, for people: roles of one family stand together
 * @param key what {@code certreq} makes: {@code rsa-2048}, {@code rsa-4096}, {@code ec-p256}, …
 * @param internationalisedNames whether a name may be an internationalised one ({@code xn--})
 * @param poolNames the further names that a pool of this role may have
 * @param topologyNames the names that there are once in a topology
 * @param checks what must not be, for each pool
 */
public record RoleTemplate(
        String name,
        String title,
        String description,
        String family,
        KeyChoice key,
        Optional<Boolean> internationalisedNames,
        Map<String, RoleName> poolNames,
        Map<String, RoleName> topologyNames,
        Map<String, RoleOption> options,
        List<CertificateTemplate> certificates,
        List<RoleCheck> checks) {
    public RoleTemplate {
        poolNames = RoleChecks.ordered(poolNames);
        topologyNames = RoleChecks.ordered(topologyNames);
        options = RoleChecks.ordered(options);
        certificates = List.copyOf(certificates);
        checks = List.copyOf(checks);
        RoleChecks.ownName(name);
        RoleChecks.words("title", title);
        RoleChecks.words("description", description);
        RoleChecks.words("family", family);
        RoleChecks.declarations(poolNames, topologyNames, options);
        new RoleChecks(poolNames, topologyNames, options).rows(certificates, checks);
    }

    /** Whether a topology can have pools of it; a role may also follow from others alone. */
    public boolean hasPools() {
        return certificates.stream().map(CertificateTemplate::per).anyMatch(Per::ofPool);
    }

    public boolean allowsInternationalisedNames() {
        return internationalisedNames.orElse(false);
    }
}
