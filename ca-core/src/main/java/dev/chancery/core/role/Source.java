package dev.chancery.core.role;

import dev.chancery.core.role.Topology.Pool;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a loop goes over; always a finite part of the topology.
 *
 * @param roles of the pools that are meant; empty for {@code servers}, those of the pool at hand, and for the domains
 */
record Source(Kind kind, List<String> roles) {
    private static final String WORDS = "sip-domains, servers, servers(ROLE, …) or pools(ROLE, …)";

    enum Kind {
        SIP_DOMAINS,
        SERVERS,
        POOLS
    }

    Source {
        roles = List.copyOf(roles);
    }

    static boolean begins(String word) {
        return word.startsWith("pools(") || word.startsWith("servers(");
    }

    /** @throws IllegalArgumentException when it is none */
    static Source of(String word) {
        if (word.equals("sip-domains")) {
            return new Source(Kind.SIP_DOMAINS, List.of());
        }
        if (word.equals("servers")) {
            return new Source(Kind.SERVERS, List.of());
        }
        if (begins(word) && word.endsWith(")")) {
            int open = word.indexOf('(');
            List<String> roles =
                    Arrays.asList(word.substring(open + 1, word.length() - 1).split(",", -1));
            roles.forEach(role -> Words.checked(role, "name of a role"));
            return new Source(word.startsWith("pools(") ? Kind.POOLS : Kind.SERVERS, roles);
        }
        throw new IllegalArgumentException("\"" + word + "\" is nothing to go through; write " + WORDS);
    }

    boolean ofOwnPool() {
        return kind == Kind.SERVERS && roles.isEmpty();
    }

    /** For each element, the surroundings with the variable set to it. */
    List<Surroundings> each(String variable, Surroundings here) {
        List<Surroundings> each = new ArrayList<>();
        switch (kind) {
            case SIP_DOMAINS -> here.topology().sipDomains().forEach(domain -> each.add(here.with(variable, domain)));
            case POOLS -> pools(here).forEach(pool -> each.add(here.with(variable, pool)));
            case SERVERS ->
                pools(here)
                        .flatMap(pool -> pool.members().stream())
                        .forEach(server -> each.add(here.with(variable, server)));
        }
        return each;
    }

    boolean any(Surroundings here) {
        return !each("any", here).isEmpty();
    }

    private Stream<Pool> pools(Surroundings here) {
        return ofOwnPool()
                ? here.pool().stream()
                : here.topology().pools().stream().filter(pool -> roles.contains(pool.role()));
    }
}
