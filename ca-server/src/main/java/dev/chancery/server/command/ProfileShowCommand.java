package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery profile show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows what certificates of a profile contain, and who may ask for them.",
        footer = {"", "Example:", "  ./chancery profile show tls-server"})
final class ProfileShowCommand extends OnlineCommand {
    @Parameters(paramLabel = "NAME", description = "As profile list shows it.")
    private String name = "";

    ProfileShowCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.get("profiles", name), profile -> print(screen, profile));
    }

    private static void print(Screen screen, Fields profile) {
        screen.field("Profile", profile.text("name"));
        screen.field("Title", profile.text("title"));
        screen.field("", profile.text("description"));
        screen.field("Signed by", profile.text("issuer"));
        profile.object("subject").ifPresent(subject -> screen.field("Subject", subject(subject)));
        profile.object("names").ifPresent(names -> screen.field("Names", names(names)));
        profile.object("key").ifPresent(key -> screen.field("Keys", keys(key)));
        profile.object("validity")
                .ifPresent(length -> screen.field(
                        "Valid for",
                        Length.words(length.text("standard")) + ", at most " + Length.words(length.text("maximum"))));
        list(screen, "Key usage", profile.texts("keyUsage"));
        list(screen, "Purposes", profile.texts("extendedKeyUsage"));
        list(screen, "Policies", profile.texts("policies"));
        profile.objects("lint")
                .forEach(rule -> screen.field(
                        "Lint",
                        rule.text("rule") + " is "
                                + (rule.text("severity").equals("off")
                                        ? "not asked"
                                        : "a " + rule.text("severity") + " only")
                                + ": " + rule.text("reason")));
        screen.field(
                "Approval",
                profile.text("approval").equals("officer")
                        ? "always by an officer"
                        : "by an officer where a name is not the requester's");
        List<String> users = profile.texts("usableBy");
        screen.field("Usable by", users.isEmpty() ? "the server only" : String.join(", ", users));
    }

    private static void list(Screen screen, String label, List<String> values) {
        if (!values.isEmpty()) {
            screen.field(label, String.join(", ", values));
        }
    }

    private static String subject(Fields subject) {
        List<String> parts = new ArrayList<>();
        parts.add("from the " + subject.text("from"));
        subject.optionalText("fixed").filter(fixed -> !fixed.isEmpty()).ifPresent(fixed -> parts.add("with " + fixed));
        if (!subject.texts("allowed").isEmpty()) {
            parts.add("may set " + String.join(", ", subject.texts("allowed")));
        }
        return String.join("; ", parts);
    }

    private static String names(Fields names) {
        if (names.texts("kinds").isEmpty()) {
            return "none";
        }
        return names.text("minimum") + " to " + names.text("maximum") + " of " + String.join(", ", names.texts("kinds"))
                + (names.flag("wildcards") ? ", with wildcards" : ", no wildcards");
    }

    private static String keys(Fields key) {
        List<String> kinds = new ArrayList<>();
        key.object("rsa").ifPresent(rsa -> kinds.add("RSA " + rsa.text("minimum") + " to " + rsa.text("maximum")));
        kinds.addAll(key.texts("curves"));
        return String.join(", ", kinds);
    }
}
