package dev.chancery.core.role;

import java.util.Optional;

/**
 * A further name that a pool or a topology may have; expressions read it as {@code pool.NAME} or {@code topology.NAME}.
 *
 * @param title for people, as beside a field
 * @param help one sentence about what belongs there
 * @param required whether nothing can be planned without it; of a pool only
 * @param several whether there may be more than one
 */
public record RoleName(String title, Optional<String> help, Optional<Boolean> required, Optional<Boolean> several) {
    public RoleName {
        RoleChecks.words("title", title);
    }

    public boolean isRequired() {
        return required.orElse(false);
    }

    public boolean isSeveral() {
        return several.orElse(false);
    }
}
