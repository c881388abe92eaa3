package dev.chancery.core.role;

/**
 * Something that may be chosen for a role; expressions read it as {@code option.NAME}.
 *
 * @param title for people, as beside a tick box
 * @param help one sentence about when to choose it
 * @param standard whether it is chosen when nobody says
 */
public record RoleOption(String title, String help, boolean standard) {
    public RoleOption {
        RoleChecks.words("title", title);
    }
}
