package dev.chancery.core.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What somebody may have issued without an approver: their own grants and those of each of their groups. They are kept
 * apart and judged one by one, so that the wildcards which one of them allows never reach the suffixes of another.
 *
 * @param groups by name
 */
public record HeldGrants(NameGrants own, List<Group> groups) {
    public HeldGrants {
        groups = groups.stream().sorted(Comparator.comparing(Group::name)).toList();
    }

    /** In no group. */
    public static HeldGrants of(NameGrants own) {
        return new HeldGrants(own, List.of());
    }

    /** Whether one of them grants the name; kinds and texts as for {@link NameGrants#cover}. */
    public boolean cover(String kind, String text) {
        return own.cover(kind, text)
                || groups.stream().anyMatch(group -> group.grants().cover(kind, text));
    }

    /** In words, and which group gives what: {@code web01.example.com; from the group web: lab.example.com and …}. */
    public String describe() {
        List<String> parts = new ArrayList<>();
        if (groups.isEmpty() || !own.equals(NameGrants.nothing())) {
            parts.add(own.describe());
        }
        groups.forEach(group -> parts.add(
                "from the group " + group.name() + ": " + group.grants().describe()));
        return String.join("; ", parts);
    }
}
