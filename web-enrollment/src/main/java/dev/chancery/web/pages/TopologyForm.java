package dev.chancery.web.pages;

import dev.chancery.core.role.RoleCatalog;
import dev.chancery.core.role.RoleTemplate;
import dev.chancery.core.role.Topology;
import dev.chancery.core.role.Topology.Pool;
import dev.chancery.web.http.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of the topology form, and the topology that they say. */
final class TopologyForm {
    private static final int MOST_ROWS = 200;
    private static final Pattern FIX = Pattern.compile("([A-Za-z]+)(?:\\[([0-9]{1,4})])?(?:\\.([a-z]+))?"
            + "(?:\\.([a-z0-9-]{1,64}))?(?:\\[([0-9]{1,4})])?=(.{1,300})");

    private final RoleCatalog roles;

    TopologyForm(RoleCatalog roles) {
        this.roles = roles;
    }

    /** A pool without a name and without servers is one that somebody has removed or not yet written. */
    Topology read(Form form) {
        List<Pool> pools = new ArrayList<>();
        int rows = form.text("rows")
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .orElse(0);
        for (int i = 0; i < Math.min(rows, MOST_ROWS); i++) {
            String fqdn = form.text("fqdn-" + i).orElse("").strip();
            List<String> servers = words(form.text("servers-" + i));
            if (!fqdn.isEmpty() || !servers.isEmpty()) {
                pools.add(pool(form, i, fqdn, servers));
            }
        }
        Map<String, List<String>> names = new LinkedHashMap<>();
        roles.topologyNames().keySet().forEach(key -> put(names, key, words(form.text("topology-" + key))));
        Topology topology = new Topology(words(form.text("domains")), pools, names, Map.of());
        return form.text("fix").map(fix -> corrected(topology, fix)).orElse(topology);
    }

    private Pool pool(Form form, int index, String fqdn, List<String> servers) {
        String name = form.text("role-" + index).orElse("");
        Map<String, List<String>> names = new LinkedHashMap<>();
        Map<String, Boolean> options = new LinkedHashMap<>();
        Optional<RoleTemplate> role = roles.find(name);
        // What a browser does not send is not chosen, but only where it could be chosen.
        boolean shown = form.text("shown-" + index).filter(name::equals).isPresent();
        role.filter(known -> shown).ifPresent(known -> {
            known.poolNames().keySet().forEach(key -> put(names, key, words(form.text("name-" + index + "-" + key))));
            known.options()
                    .keySet()
                    .forEach(key -> options.put(
                            key, form.text("option-" + index + "-" + key).isPresent()));
        });
        return new Pool(name, fqdn, servers, names, options);
    }

    private static void put(Map<String, List<String>> names, String key, List<String> values) {
        if (!values.isEmpty()) {
            names.put(key, values);
        }
    }

    static List<String> words(Optional<String> text) {
        return Arrays.stream(text.orElse("").split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** With the correction that somebody has accepted: {@code pools[0].servers[1]=fe-02.example.com}. */
    static Topology corrected(Topology topology, String fix) {
        Matcher parts = FIX.matcher(fix);
        if (!parts.matches()) {
            return topology;
        }
        int index = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        int inner = parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5));
        String value = parts.group(6).strip();
        return switch (parts.group(1)) {
            case "sipDomains" ->
                new Topology(
                        replaced(topology.sipDomains(), index, value),
                        topology.pools(),
                        topology.names(),
                        topology.options());
            case "names" ->
                new Topology(
                        topology.sipDomains(),
                        topology.pools(),
                        replaced(topology.names(), String.valueOf(parts.group(3)), index, value),
                        topology.options());
            case "pools" -> {
                List<Pool> pools = new ArrayList<>(topology.pools());
                if (index < pools.size() && parts.group(3) != null) {
                    pools.set(index, corrected(pools.get(index), parts.group(3), parts.group(4), inner, value));
                }
                yield new Topology(topology.sipDomains(), pools, topology.names(), topology.options());
            }
            default -> topology;
        };
    }

    private static Pool corrected(
            Pool pool, String member, @org.jspecify.annotations.Nullable String key, int index, String value) {
        return new Pool(
                member.equals("role") ? value : pool.role(),
                member.equals("fqdn") ? value : pool.fqdn(),
                member.equals("servers") ? replaced(pool.servers(), index, value) : pool.servers(),
                member.equals("names") && key != null ? replaced(pool.names(), key, index, value) : pool.names(),
                pool.options());
    }

    private static List<String> replaced(List<String> names, int index, String value) {
        List<String> replaced = new ArrayList<>(names);
        if (index < replaced.size()) {
            replaced.set(index, value);
        }
        return replaced;
    }

    private static Map<String, List<String>> replaced(
            Map<String, List<String>> names, String key, int index, String value) {
        Map<String, List<String>> replaced = new LinkedHashMap<>(names);
        replaced.computeIfPresent(key, (same, values) -> replaced(values, index, value));
        return replaced;
    }
}
