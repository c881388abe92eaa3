package dev.chancery.server.command;

import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import dev.chancery.server.command.report.Times;

/** An account in words. */
final class UserText {
    private UserText() {}

    static void print(Screen screen, Times times, Fields user) {
        screen.field("User", user.text("name"));
        screen.field("Called", user.text("displayName"));
        screen.field("Roles", roles(user));
        screen.field("Names", names(user));
        if (!user.texts("groups").isEmpty()) {
            screen.field("Groups", String.join(", ", user.texts("groups")));
        }
        screen.field("State", state(user));
        screen.field("Since", times.both(user.instant("created")));
        tokens(screen, times, user);
    }

    static void tokens(Screen screen, Times times, Fields user) {
        Table table = new Table("TOKEN", "FOR", "SINCE", "ENDS");
        for (Fields token : user.objects("tokens")) {
            table.row(
                    token.text("id"),
                    token.text("label"),
                    times.both(token.instant("created")),
                    token.optionalInstant("expires").map(times::both).orElse("never"));
        }
        if (!table.isEmpty()) {
            screen.table(table);
        }
    }

    static String roles(Fields user) {
        return user.texts("roles").isEmpty() ? "none" : String.join(", ", user.texts("roles"));
    }

    static String names(Fields user) {
        return user.object("grants").map(GrantOptions::words).orElse("none");
    }

    static String state(Fields user) {
        if (user.flag("disabled")) {
            return "disabled";
        }
        if (!user.flag("hasPassword")) {
            return "tokens only";
        }
        return user.flag("mustChangePassword") ? "must change password" : "active";
    }
}
