package dev.chancery.server.command;

import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Times;
import java.util.List;

/** Versions of profiles in lines. */
final class ProfileText {
    private ProfileText() {}

    static void version(Screen screen, Times times, Fields profile) {
        profile.optionalText("version").ifPresent(number -> {
            String why = profile.optionalText("why")
                    .filter(text -> !text.isEmpty())
                    .map(text -> ": " + text)
                    .orElse("");
            screen.field("Version", number + (profile.flag("removed") ? ", the removal" : ""));
            screen.field("Saved", times.both(profile.instant("savedAt")) + " by " + profile.text("savedBy") + why);
        });
        profile.optionalText("sha256").ifPresent(digest -> screen.field("SHA-256", digest));
    }

    static void remarks(Screen screen, Fields profile) {
        List<Fields> remarks = profile.objects("remarks");
        if (!remarks.isEmpty()) {
            screen.line("");
            screen.line("Worth a second look:");
            remarks.forEach(remark -> screen.line("  " + remark.text("key") + ": " + remark.text("text")));
        }
    }

    /** What is different, in keys. */
    static void changes(Screen screen, Fields version) {
        version.objects("changes")
                .forEach(change -> screen.line("    " + change.text("key") + ": " + value(change.text("before"))
                        + " -> " + value(change.text("after"))));
    }

    private static String value(String text) {
        return text.isEmpty() ? "nothing" : text;
    }

    /** Files that are not in force. */
    static void faults(Screen screen, Fields answer) {
        for (Fields fault : answer.objects("faults")) {
            String line = fault.text("line").equals("0") ? "" : ":" + fault.text("line");
            String key = fault.text("key").isEmpty() ? "" : ": " + fault.text("key");
            screen.line("  " + fault.text("file") + line + key + ": " + fault.text("message"));
        }
    }
}
