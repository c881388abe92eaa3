package dev.chancery.core.role;

import dev.chancery.core.role.CertificateTemplate.Per;
import dev.chancery.core.role.Topology.Pool;
import dev.chancery.core.x509.Objection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a topology to every certificate that it needs. The same topology always gives the same plan. */
public final class Planner {
    static final int MOST_NAMES = 200;
    static final int MOST_DOMAINS = 50;
    static final int MOST_POOLS = 200;
    static final int MOST_SERVERS = 100;
    static final int MOST_CERTIFICATES = 500;

    private final RoleCatalog roles;

    public Planner(RoleCatalog roles) {
        this.roles = roles;
    }

    /** In the order of the pools, each role's rows in the order of its file; then what is there once for all. */
    public Plan plan(Topology topology) {
        List<Objection> objections = new TopologyJudge(roles).judge(topology);
        if (!objections.isEmpty()) {
            return new Plan(List.of(), objections);
        }
        List<PlannedCertificate> certificates = new ArrayList<>();
        for (Pool pool : topology.pools()) {
            RoleTemplate role = roles.find(pool.role()).orElseThrow();
            Surroundings here = Surroundings.of(topology, role, pool);
            for (CertificateTemplate row : role.certificates()) {
                if (row.per() == Per.POOL) {
                    add(certificates, role, row, here, pool.fqdn(), pool.members());
                } else if (row.per() == Per.SERVER) {
                    pool.members()
                            .forEach(server -> add(
                                    certificates,
                                    role,
                                    row,
                                    here.with(Reference.SERVER, server),
                                    server,
                                    List.of(server)));
                }
            }
        }
        roles.all().forEach(role -> once(certificates, role, topology));
        return certificates.size() > MOST_CERTIFICATES
                ? new Plan(
                        List.of(),
                        List.of(Objection.of(
                                "topology-too-large",
                                "pools",
                                "This needs " + certificates.size() + " certificates; at most " + MOST_CERTIFICATES
                                        + " are planned at once. Plan it in parts.")))
                : new Plan(certificates, List.of());
    }

    private static void once(List<PlannedCertificate> certificates, RoleTemplate role, Topology topology) {
        Surroundings here = Surroundings.of(topology, role);
        for (CertificateTemplate row : role.certificates()) {
            if (row.per() == Per.TOPOLOGY) {
                add(certificates, role, row, here, "topology", List.of());
            } else if (row.per() == Per.SIP_DOMAIN) {
                topology.sipDomains()
                        .forEach(domain -> add(
                                certificates, role, row, here.with(Reference.SIP_DOMAIN, domain), domain, List.of()));
            }
        }
    }

    private static void add(
            List<PlannedCertificate> certificates,
            RoleTemplate role,
            CertificateTemplate row,
            Surroundings here,
            String target,
            List<String> servers) {
        if (row.when().isPresent() && !row.when().get().holds(here)) {
            return;
        }
        String commonName = row.commonName().names(here).stream().findFirst().orElse("");
        List<String> names = NameRules.withCommonName(commonName, all(row.names(), here));
        List<String> installOn = row.installOn().isEmpty() ? servers : all(row.installOn(), here);
        certificates.add(new PlannedCertificate(
                role.name() + "/" + row.use() + "/" + target,
                role.name(),
                role.title(),
                row.use(),
                row.title(),
                row.per() == Per.TOPOLOGY ? commonName : target,
                installOn,
                commonName,
                names,
                profile(row, here),
                role.key(),
                row.sharesKey() && installOn.size() > 1,
                row.notes(),
                new NameRules(role).certificate(commonName, names, row.allowsWildcards())));
    }

    private static String profile(CertificateTemplate row, Surroundings here) {
        return row.profileWith().entrySet().stream()
                .filter(other -> here.option(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(row.profile());
    }

    private static List<String> all(List<NameExpression> expressions, Surroundings here) {
        Set<String> names = new LinkedHashSet<>();
        expressions.forEach(expression -> names.addAll(expression.names(here)));
        return List.copyOf(names);
    }

    /** The same certificate with other names, judged by the rules of its role; the common name stays among them. */
    public PlannedCertificate corrected(PlannedCertificate planned, List<String> names) {
        Optional<RoleTemplate> role = roles.find(planned.role());
        List<String> all = NameRules.withCommonName(planned.commonName(), names);
        boolean wildcards = role.stream()
                .flatMap(known -> known.certificates().stream())
                .anyMatch(row -> row.use().equals(planned.use()) && row.allowsWildcards());
        NameRules rules = role.map(NameRules::new).orElseGet(NameRules::strict);
        return planned.naming(all, rules.certificate(planned.commonName(), all, wildcards));
    }
}
