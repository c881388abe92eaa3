package dev.chancery.core.role;

/**
 * Something about a pool that must not be.
 *
 * @param wrong gives a name when it is so, and nothing when all is well
 * @param message what is wrong and what to do, for people; {@code {}} stands for the name
 */
public record RoleCheck(NameExpression wrong, String message) {
    public RoleCheck {
        RoleChecks.words("message", message);
    }

    String messageAbout(String name) {
        return message.replace("{}", "\"" + name + "\"");
    }
}
