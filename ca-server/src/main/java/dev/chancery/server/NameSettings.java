package dev.chancery.server;

import dev.chancery.core.access.CrownNames;
import java.util.List;

/** Names that are guarded more than others, whoever may have them. */
record NameSettings(List<String> crown) {
    NameSettings {
        crown = List.copyOf(crown);
        new CrownNames(crown); // refuses what is none, with the reason
    }

    public static NameSettings defaults() {
        return new NameSettings(List.of());
    }

    CrownNames crownNames() {
        return new CrownNames(crown);
    }
}
