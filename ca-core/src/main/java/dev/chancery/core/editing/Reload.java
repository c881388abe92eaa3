package dev.chancery.core.editing;

import dev.chancery.core.journal.ProfileVersion;
import java.util.List;

/**
 * What came of reading the files again.
 *
 * @param taken new versions, removals among them
 * @param faults files that were not taken; what was in force before them still is
 */
public record Reload(List<ProfileVersion> taken, List<Mistake> faults) {
    public Reload {
        taken = List.copyOf(taken);
        faults = List.copyOf(faults);
    }
}
