package dev.chancery.core.role;

import dev.chancery.core.x509.Objection;
import java.util.List;

/**
 * A certificate that a topology needs.
 *
 * @param id {@code ROLE/USE/TARGET}, the same for the same topology
 * @param title of the role, for people
 * @param useTitle of the row, for people
 * @param target the server, pool or SIP domain that it is made for
 * @param installOn the servers that get it
 * @param names of the SAN, in order, the common name among them
 * @param exportable whether its key goes to several servers
 * @param objections why it cannot be requested as it stands; the field is {@code commonName} or {@code names[n]}
 */
public record PlannedCertificate(
        String id,
        String role,
        String title,
        String use,
        String useTitle,
        String target,
        List<String> installOn,
        String commonName,
        List<String> names,
        String profile,
        KeyChoice key,
        boolean exportable,
        List<String> notes,
        List<Objection> objections) {
    public PlannedCertificate {
        installOn = List.copyOf(installOn);
        names = List.copyOf(names);
        notes = List.copyOf(notes);
        objections = List.copyOf(objections);
    }

    /** Unique in a computer's store, as Windows wants it for certificates that are told apart by people. */
    public String friendlyName() {
        return (title + ", " + useTitle + ", " + target).replaceAll("\\s+", " ");
    }

    PlannedCertificate naming(List<String> others, List<Objection> found) {
        return new PlannedCertificate(
                id,
                role,
                title,
                use,
                useTitle,
                target,
                installOn,
                commonName,
                others,
                profile,
                key,
                exportable,
                notes,
                found);
    }
}
