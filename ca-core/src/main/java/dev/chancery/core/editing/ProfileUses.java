package dev.chancery.core.editing;

import java.util.List;
import java.util.Optional;

/** Port: what else must be true of profiles here. */
public interface ProfileUses {
    /** Why a profile cannot be removed: somebody needs it. */
    Optional<String> neededBy(String profile);

    /** Short names of the CAs of this server. */
    List<String> issuers();
}
