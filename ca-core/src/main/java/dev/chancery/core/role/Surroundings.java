package dev.chancery.core.role;

import dev.chancery.core.role.Topology.Pool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the variables of an expression stand for at the place where it is evaluated. */
final class Surroundings {
    private final Topology topology;
    private final RoleTemplate role;
    private final Optional<Pool> pool;
    private final Map<String, String> texts;
    private final Map<String, Pool> pools;

    private Surroundings(
            Topology topology,
            RoleTemplate role,
            Optional<Pool> pool,
            Map<String, String> texts,
            Map<String, Pool> pools) {
        this.topology = topology;
        this.role = role;
        this.pool = pool;
        this.texts = texts;
        this.pools = pools;
    }

    static Surroundings of(Topology topology, RoleTemplate role) {
        return new Surroundings(topology, role, Optional.empty(), Map.of(), Map.of());
    }

    static Surroundings of(Topology topology, RoleTemplate role, Pool pool) {
        return new Surroundings(topology, role, Optional.of(pool), Map.of(), Map.of(Reference.POOL, pool));
    }

    Surroundings with(String variable, String text) {
        Map<String, String> more = new HashMap<>(texts);
        more.put(variable, text);
        return new Surroundings(topology, role, pool, more, pools);
    }

    Surroundings with(String variable, Pool other) {
        Map<String, Pool> more = new HashMap<>(pools);
        more.put(variable, other);
        return new Surroundings(topology, role, pool, texts, more);
    }

    Topology topology() {
        return topology;
    }

    Optional<Pool> pool() {
        return pool;
    }

    /** Whether it was chosen: for this pool, else for all, else as the role says. */
    boolean option(String name) {
        return pool.map(here -> here.options().get(name))
                .or(() -> Optional.ofNullable(topology.options().get(name)))
                .orElseGet(() -> {
                    RoleOption declared = role.options().get(name);
                    return declared != null && declared.standard();
                });
    }

    /** None where nothing was written down for it; an option that was chosen has itself as its value. */
    List<String> values(Reference reference) {
        String attribute = reference.attribute();
        if (reference.variable().equals(Reference.OPTION)) {
            return option(attribute) ? List.of(attribute) : List.of();
        }
        if (reference.variable().equals(Reference.TOPOLOGY)) {
            return attribute.equals(Reference.FIRST_DOMAIN)
                    ? topology.sipDomains().stream().limit(1).toList()
                    : topology.names().getOrDefault(attribute, List.of());
        }
        Pool of = pools.get(reference.variable());
        if (of != null) {
            return attribute.equals(Reference.FQDN)
                    ? List.of(of.fqdn())
                    : of.names().getOrDefault(attribute, List.of());
        }
        return Optional.ofNullable(texts.get(reference.variable()))
                .map(List::of)
                .orElse(List.of());
    }
}
