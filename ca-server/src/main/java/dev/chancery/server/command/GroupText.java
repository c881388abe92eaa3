package dev.chancery.server.command;

import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;

/** A group in words. */
final class GroupText {
    private GroupText() {}

    static void print(Screen screen, Fields group) {
        screen.field("Group", group.text("name"));
        if (!group.text("description").isEmpty()) {
            screen.field("For", group.text("description"));
        }
        screen.field("Names", UserText.names(group));
        screen.field("Users", members(group));
    }

    static String members(Fields group) {
        return group.texts("members").isEmpty() ? "nobody" : String.join(", ", group.texts("members"));
    }
}
