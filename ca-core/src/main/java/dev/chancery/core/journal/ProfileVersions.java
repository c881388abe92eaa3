package dev.chancery.core.journal;

import java.util.List;
import java.util.Optional;

/** Port: reads what every profile was, at any time, as the journal has recorded it. */
public interface ProfileVersions {
    /** Of one profile, newest first; empty for an unknown one. */
    List<ProfileVersion> all(String name);

    Optional<ProfileVersion> find(String name, int number);

    /** The newest of each profile there ever was, removals among them, by name. */
    List<ProfileVersion> newest();

    default Optional<ProfileVersion> newest(String name) {
        return all(name).stream().findFirst();
    }
}
