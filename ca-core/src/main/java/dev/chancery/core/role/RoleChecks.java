package dev.chancery.core.role;

import dev.chancery.core.role.CertificateTemplate.Per;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a role template says only what it can mean. Each message begins with the key that it is about. */
final class RoleChecks {
    private final Map<String, RoleName> poolNames;
    private final Map<String, RoleName> topologyNames;
    private final Map<String, RoleOption> options;

    RoleChecks(Map<String, RoleName> poolNames, Map<String, RoleName> topologyNames, Map<String, RoleOption> options) {
        this.poolNames = poolNames;
        this.topologyNames = topologyNames;
        this.options = options;
    }

    static void words(String key, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(key + ": is empty; people read it, so write a few words");
        }
        if (text.length() > 500 || text.chars().anyMatch(c -> c < 0x20 && !Character.isWhitespace(c))) {
            throw new IllegalArgumentException(
                    key + ": is longer than 500 characters, or has control characters; people read it");
        }
    }

    static void identifier(String key, String text) {
        if (!text.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException(
                    key + ": \"" + text + "\" is not made of a-z, 0-9 and '-', beginning with a letter");
        }
    }

    /** A table of pools has these words where others have a role. */
    static void ownName(String name) {
        identifier("name", name);
        if (Set.of("sip-domain", "topology").contains(name)) {
            throw new IllegalArgumentException("name: \"" + name + "\" has a meaning of its own in topologies");
        }
    }

    static <T> Map<String, T> ordered(Map<String, T> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static void declarations(
            Map<String, RoleName> poolNames, Map<String, RoleName> topologyNames, Map<String, RoleOption> options) {
        poolNames.keySet().forEach(key -> identifier("pool-names." + key, key));
        topologyNames.keySet().forEach(key -> identifier("topology-names." + key, key));
        options.keySet().forEach(key -> identifier("options." + key, key));
        if (poolNames.containsKey(Reference.FQDN)) {
            throw new IllegalArgumentException("pool-names.fqdn: every pool has an fqdn anyway; delete it here");
        }
        if (topologyNames.containsKey(Reference.FIRST_DOMAIN)) {
            throw new IllegalArgumentException(
                    "topology-names.sip-domain: is the first SIP domain; choose another key");
        }
        topologyNames.forEach((key, name) -> {
            if (name.isRequired()) {
                throw new IllegalArgumentException("topology-names." + key
                        + ".required: a topology without pools of this role need not have it; make it a name of the"
                        + " pool, or give an alternative with `or`");
            }
        });
    }

    void rows(List<CertificateTemplate> certificates, List<RoleCheck> checks) {
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("certificates: is empty; a role is known by the certificates it needs");
        }
        Set<String> uses = new HashSet<>();
        for (int i = 0; i < certificates.size(); i++) {
            CertificateTemplate row = certificates.get(i);
            String key = "certificates[" + i + "].";
            if (!uses.add(row.use())) {
                throw new IllegalArgumentException(key + "use: \"" + row.use() + "\" is there twice");
            }
            row(row, key);
        }
        for (int i = 0; i < checks.size(); i++) {
            expression(checks.get(i).wrong(), "checks[" + i + "].wrong", Per.POOL);
        }
    }

    private void row(CertificateTemplate row, String key) {
        row.when().ifPresent(when -> {
            references(when.references(), key + "when", row.per());
            sources(when.sources(), key + "when", row.per());
        });
        row.profileWith().keySet().forEach(option -> option(option, key + "profile-with"));
        expression(row.commonName(), key + "common-name", row.per());
        for (int i = 0; i < row.names().size(); i++) {
            expression(row.names().get(i), key + "names[" + i + "]", row.per());
        }
        for (int i = 0; i < row.installOn().size(); i++) {
            expression(row.installOn().get(i), key + "install-on[" + i + "]", row.per());
        }
        if (row.sharesKey() && row.per() == Per.SERVER) {
            throw new IllegalArgumentException(
                    key + "same-key: a certificate for each server is shared by none; write per: pool");
        }
    }

    private void expression(NameExpression expression, String key, Per per) {
        references(expression.outerReferences(), key, per);
        sources(expression.sources(), key, per);
    }

    private static void sources(Stream<Source> sources, String key, Per per) {
        if (!per.ofPool() && sources.anyMatch(Source::ofOwnPool)) {
            throw new IllegalArgumentException(
                    key + ": `servers` are those of a pool, and there is none; write servers(ROLE, …)");
        }
    }

    private void references(Stream<Reference> references, String key, Per per) {
        references.forEach(reference -> reference(reference, key, per));
    }

    private void reference(Reference reference, String key, Per per) {
        String attribute = reference.attribute();
        switch (reference.variable()) {
            case Reference.POOL -> {
                need(per.ofPool(), reference, key, "there is a pool only with per: pool and per: server");
                declared(attribute, poolNames.keySet(), Reference.FQDN, reference, key, "pool-names");
            }
            case Reference.TOPOLOGY ->
                declared(attribute, topologyNames.keySet(), Reference.FIRST_DOMAIN, reference, key, "topology-names");
            case Reference.OPTION -> option(attribute, key);
            case Reference.SERVER -> {
                need(per == Per.SERVER, reference, key, "there is one server only with per: server");
                need(attribute.isEmpty(), reference, key, "a server is a name itself; write {server}");
            }
            case Reference.SIP_DOMAIN -> {
                need(
                        per == Per.SIP_DOMAIN,
                        reference,
                        key,
                        "there is one SIP domain only with per: sip-domain; add `for sipdomain in sip-domains`");
                need(attribute.isEmpty(), reference, key, "a SIP domain is a name itself; write {sipdomain}");
            }
            default ->
                need(
                        false,
                        reference,
                        key,
                        "there is no such variable; known are pool, server, sipdomain, topology and option, and the one"
                                + " that `for` makes");
        }
    }

    private void option(String name, String key) {
        if (!options.containsKey(name)) {
            throw new IllegalArgumentException(
                    key + ": there is no option `" + name + "`; " + known("options", options.keySet()));
        }
    }

    private static void declared(
            String attribute, Set<String> names, String always, Reference reference, String key, String where) {
        if (!attribute.equals(always)) {
            need(names.contains(attribute), reference, key, "it is not declared; " + known(where, names));
        }
    }

    private static String known(String where, Collection<String> names) {
        return names.isEmpty()
                ? "nothing is declared under " + where
                : "under " + where + " stand " + String.join(", ", names);
    }

    private static void need(boolean holds, Reference reference, String key, String message) {
        if (!holds) {
            throw new IllegalArgumentException(key + ": {" + reference.text() + "}: " + message);
        }
    }
}
