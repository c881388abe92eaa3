package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.profileText;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.enrollment.Prospects;
import java.util.ArrayList;
import java.util.List;

/**
 * What a requester may ask for, in words, before they ask.
 *
 * @param atOnce names that are issued at once, and where each comes from
 * @param officer what waits for an officer
 * @param two what waits for two officers; empty where nothing does
 * @param profiles titles of the kinds of certificates that are open to them
 */
public record ProspectsView(List<String> atOnce, List<String> officer, List<String> two, List<String> profiles) {
    public ProspectsView {
        atOnce = List.copyOf(atOnce);
        officer = List.copyOf(officer);
        two = List.copyOf(two);
        profiles = List.copyOf(profiles);
    }

    public static ProspectsView of(Prospects prospects) {
        return new ProspectsView(
                atOnce(prospects),
                officer(prospects),
                two(prospects),
                prospects.profiles().stream()
                        .map(profile -> profileText(profile.title()))
                        .toList());
    }

    private static List<String> atOnce(Prospects prospects) {
        List<String> lines = new ArrayList<>();
        NameGrants own = prospects.held().own();
        if (!own.equals(NameGrants.nothing())) {
            lines.add(said(own.describe()));
        }
        for (Group group : prospects.held().groups()) {
            lines.add(plain("request.prospects.group", said(group.grants().describe()), group.name()));
        }
        return lines;
    }

    private static List<String> officer(Prospects prospects) {
        List<String> lines = new ArrayList<>();
        boolean everything = prospects.held().own().all()
                || prospects.held().groups().stream()
                        .anyMatch(group -> group.grants().all());
        if (!everything) {
            lines.add(
                    atOnce(prospects).isEmpty()
                            ? plain("request.prospects.every")
                            : plain("request.prospects.everyOther"));
        }
        prospects.profiles().stream()
                .filter(profile -> profile.officers() > 0)
                .map(profile -> plain("request.prospects.kind", profileText(profile.title())))
                .forEach(lines::add);
        return lines;
    }

    private static List<String> two(Prospects prospects) {
        List<String> lines = new ArrayList<>();
        prospects.crown().stream().map(ProspectsView::words).forEach(lines::add);
        if (prospects.otherCrown()) {
            lines.add(plain(lines.isEmpty() ? "request.prospects.crowns" : "request.prospects.otherCrowns"));
        }
        return lines;
    }

    private static String words(String crown) {
        if (crown.startsWith("*.")) {
            return plain("request.prospects.crown.right", crown.substring(2));
        }
        return crown.startsWith(".")
                ? plain("request.prospects.crown.below", crown.substring(1))
                : plain("request.prospects.crown", crown);
    }
}
