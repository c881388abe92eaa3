package dev.chancery.core.role;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The roles of this server, by name. */
public final class RoleCatalog {
    private final Map<String, RoleTemplate> roles = new LinkedHashMap<>();

    public RoleCatalog(Collection<RoleTemplate> roles) {
        for (RoleTemplate role : roles) {
            if (this.roles.put(role.name(), role) != null) {
                throw new IllegalArgumentException("two roles are called \"" + role.name() + "\"");
            }
        }
    }

    public Optional<RoleTemplate> find(String name) {
        return Optional.ofNullable(roles.get(name));
    }

    public List<RoleTemplate> all() {
        return List.copyOf(roles.values());
    }

    /** What any role declares once for all. */
    public Map<String, RoleName> topologyNames() {
        Map<String, RoleName> names = new LinkedHashMap<>();
        roles.values().forEach(role -> role.topologyNames().forEach(names::putIfAbsent));
        return names;
    }

    /** What any role offers to choose. */
    public Set<String> options() {
        Set<String> options = new TreeSet<>();
        roles.values().forEach(role -> options.addAll(role.options().keySet()));
        return options;
    }
}
