package dev.chancery.core.role;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a role: a certificate that each pool, each server, each SIP domain or the whole topology needs.
 *
 * @param use short, a-z, 0-9 and '-'; one row each
 * @param title for people, {@code Web, internal}
 * @param when there is none unless this holds
 * @param profile the name of the profile that it is requested with
 * @param profileWith another profile for each option that is chosen; the first that is
 * @param commonName must give one name
 * @param names of the SAN, in order; the common name need not be repeated here
 * @param installOn the servers that get it; without any, the server or all servers of the pool
 * @param sameKey the servers share one certificate and its key, which therefore can be exported
 * @param wildcards whether a name of the SAN may be a wildcard
 * @param notes for whoever requests and installs it
 */
public record CertificateTemplate(
        String use,
        String title,
        Per per,
        Optional<Condition> when,
        String profile,
        Map<String, String> profileWith,
        NameExpression commonName,
        List<NameExpression> names,
        List<NameExpression> installOn,
        Optional<Boolean> sameKey,
        Optional<Boolean> wildcards,
        List<String> notes) {

    /** What a row is made once for. */
    public enum Per {
        POOL,
        SERVER,
        SIP_DOMAIN,
        TOPOLOGY;

        boolean ofPool() {
            return this == POOL || this == SERVER;
        }
    }

    public CertificateTemplate {
        RoleChecks.identifier("use", use);
        RoleChecks.words("title", title);
        RoleChecks.identifier("profile", profile);
        profileWith = RoleChecks.ordered(profileWith);
        profileWith.values().forEach(other -> RoleChecks.identifier("profile-with", other));
        names = List.copyOf(names);
        installOn = List.copyOf(installOn);
        notes = List.copyOf(notes);
    }

    public boolean sharesKey() {
        return sameKey.orElse(false);
    }

    public boolean allowsWildcards() {
        return wildcards.orElse(false);
    }
}
