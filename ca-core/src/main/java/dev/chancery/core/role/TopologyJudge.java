package dev.chancery.core.role;

import dev.chancery.core.role.Topology.Pool;
import dev.chancery.core.x509.Objection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says everything that is wrong with a topology at once, each where it stands. */
final class TopologyJudge {
    private final RoleCatalog roles;
    private final List<Objection> objections = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    TopologyJudge(RoleCatalog roles) {
        this.roles = roles;
    }

    List<Objection> judge(Topology topology) {
        tooMany(topology.sipDomains().size(), Planner.MOST_DOMAINS, "sipDomains", "SIP domains");
        tooMany(topology.pools().size(), Planner.MOST_POOLS, "pools", "pools");
        if (!objections.isEmpty()) {
            return objections;
        }
        hosts(topology.sipDomains(), "sipDomains", NameRules.strict());
        Map<String, RoleName> declared = roles.topologyNames();
        names(topology.names(), declared, "names", NameRules.strict(), "any role");
        topology.options().keySet().forEach(option -> option(option, roles.options(), "options." + option, "any role"));
        for (int i = 0; i < topology.pools().size(); i++) {
            pool(topology, topology.pools().get(i), "pools[" + i + "]");
        }
        return objections;
    }

    private void pool(Topology topology, Pool pool, String field) {
        Optional<RoleTemplate> found = roles.find(pool.role());
        if (found.filter(RoleTemplate::hasPools).isEmpty()) {
            unknownRole(pool.role(), field + ".role", found.isPresent());
            return;
        }
        RoleTemplate role = found.get();
        NameRules rules = new NameRules(role);
        rules.host(pool.fqdn(), field + ".fqdn").ifPresent(objections::add);
        once(pool.role() + " pool", pool.fqdn(), field + ".fqdn");
        tooMany(pool.servers().size(), Planner.MOST_SERVERS, field + ".servers", "servers");
        hosts(pool.servers(), field + ".servers", rules);
        for (int i = 0; i < pool.members().size(); i++) {
            once(pool.role() + " server", pool.members().get(i), field + ".servers[" + i + "]");
        }
        String which = "a pool of the role " + role.name();
        names(pool.names(), role.poolNames(), field + ".names", rules, which);
        role.poolNames().forEach((key, name) -> {
            if (name.isRequired() && pool.names().getOrDefault(key, List.of()).isEmpty()) {
                add("name-missing", field + ".names." + key, name.title() + " is missing: " + which + " needs it.");
            }
        });
        pool.options()
                .keySet()
                .forEach(option -> option(
                        option, role.options().keySet(), field + ".options." + option, "the role " + role.name()));
        checks(topology, role, pool, field);
    }

    private void checks(Topology topology, RoleTemplate role, Pool pool, String field) {
        Surroundings here = Surroundings.of(topology, role, pool);
        for (RoleCheck check : role.checks()) {
            check.wrong().names(here).stream()
                    .findFirst()
                    .ifPresent(name -> add("role-check", field, check.messageAbout(name)));
        }
    }

    private void unknownRole(String name, String field, boolean known) {
        if (known) {
            add("role-without-pools", field, "The role " + name + " follows from the others; no pool has it.");
            return;
        }
        List<String> names = roles.all().stream()
                .filter(RoleTemplate::hasPools)
                .map(RoleTemplate::name)
                .toList();
        String begin = "There is no role \"" + shorten(name) + "\"";
        Nearest.to(name, names)
                .ifPresentOrElse(
                        near -> objections.add(Objection.suggesting(
                                "role-unknown", field, begin + "; did you mean \"" + near + "\"?", near)),
                        () -> add("role-unknown", field, begin + ". There are " + String.join(", ", names) + "."));
    }

    private void names(
            Map<String, List<String>> names,
            Map<String, RoleName> declared,
            String field,
            NameRules rules,
            String which) {
        names.forEach((key, values) -> {
            String at = field + "." + key;
            RoleName name = declared.get(key);
            if (name == null) {
                unknown("name-unknown", key, declared.keySet(), at, "further name", which);
                return;
            }
            if (values.size() > 1 && !name.isSeveral()) {
                add("name-repeated", at, name.title() + " is one name, not " + values.size() + ".");
            }
            hosts(values, at, rules);
        });
    }

    private void option(String option, Collection<String> declared, String field, String which) {
        if (!declared.contains(option)) {
            unknown("option-unknown", option, declared, field, "option", which);
        }
    }

    private void unknown(
            String rule, String key, Collection<String> declared, String field, String what, String which) {
        String begin = "There is no " + what + " \"" + shorten(key) + "\" of " + which;
        Nearest.to(key, declared)
                .ifPresentOrElse(
                        near -> objections.add(
                                Objection.suggesting(rule, field, begin + "; did you mean \"" + near + "\"?", near)),
                        () -> add(
                                rule,
                                field,
                                declared.isEmpty()
                                        ? begin + ", which has none."
                                        : begin + ". There are " + String.join(", ", declared) + "."));
    }

    private void hosts(List<String> names, String field, NameRules rules) {
        Set<String> here = new HashSet<>();
        tooMany(names.size(), Planner.MOST_SERVERS, field, "names");
        for (int i = 0; i < Math.min(names.size(), Planner.MOST_SERVERS); i++) {
            String at = field + "[" + i + "]";
            rules.host(names.get(i), at).ifPresent(objections::add);
            if (!here.add(names.get(i).toLowerCase(Locale.ROOT))) {
                add("name-twice", at, "\"" + shorten(names.get(i)) + "\" is there twice.");
            }
        }
    }

    private void once(String what, String name, String field) {
        if (!seen.add(what + " " + name.toLowerCase(Locale.ROOT))) {
            add("name-twice", field, "\"" + shorten(name) + "\" is there before, as another " + what + ".");
        }
    }

    private void tooMany(int found, int most, String field, String what) {
        if (found > most) {
            add(
                    "topology-too-large",
                    field,
                    found + " " + what + " are too many; at most " + most + " are planned at once.");
        }
    }

    private void add(String rule, String field, String message) {
        objections.add(Objection.of(rule, field, message));
    }

    private static String shorten(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
