package dev.chancery.core.access;

/**
 * Names that several accounts share: whoever is in the group has its grants beside their own.
 *
 * @param description for people, what the group is for; possibly empty
 */
public record Group(String name, String description, NameGrants grants) {
    private static final int LONGEST = 200;

    public Group {
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "a group's name is 1 to 64 of a-z, 0-9, '.', '_', '-' and begins with a letter or digit");
        }
        if (description.codePointCount(0, description.length()) > LONGEST) {
            throw new IllegalArgumentException("a group's description has at most " + LONGEST + " characters");
        }
    }
}
