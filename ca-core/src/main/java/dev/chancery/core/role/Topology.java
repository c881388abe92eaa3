package dev.chancery.core.role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in somebody's network, as they wrote it down; unjudged.
 *
 * @param sipDomains the domains that users sign in with, the main one first; roles that know no domains do not look
 * @param pools everything that has a name and servers
 * @param names what there is once for all, by the key that a role's {@code topology-names} declares
 * @param options what was chosen for all pools, by the key that a role's {@code options} declares
 */
public record Topology(
        List<String> sipDomains, List<Pool> pools, Map<String, List<String>> names, Map<String, Boolean> options) {
    public Topology {
        sipDomains = List.copyOf(sipDomains);
        pools = List.copyOf(pools);
        names = ordered(names);
        options = Map.copyOf(options);
    }

    /**
     * Servers that do one thing together under one name.
     *
     * @param role the name of a role template
     * @param servers its members; empty for a single server that is called like the pool
     * @param names its further names, by the key that the role's {@code pool-names} declares
     * @param options chosen for this pool alone
     */
    public record Pool(
            String role,
            String fqdn,
            List<String> servers,
            Map<String, List<String>> names,
            Map<String, Boolean> options) {
        public Pool {
            servers = List.copyOf(servers);
            names = ordered(names);
            options = Map.copyOf(options);
        }

        /** The servers; the pool itself when it is a single server. */
        public List<String> members() {
            return servers.isEmpty() ? List.of(fqdn) : servers;
        }
    }

    public static Topology empty() {
        return new Topology(List.of(), List.of(), Map.of(), Map.of());
    }

    private static Map<String, List<String>> ordered(Map<String, List<String>> names) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        names.forEach((key, values) -> copy.put(key, List.copyOf(new ArrayList<>(values))));
        return java.util.Collections.unmodifiableMap(copy);
    }
}
