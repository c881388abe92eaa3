package dev.chancery.web.pages.view;

import java.util.List;
import java.util.Optional;

/**
 * One profile and its history.
 *
 * @param inForce what it says now; empty when it was removed
 * @param removable why it cannot be removed; empty when it can
 * @param version its number, for the form that removes it
 * @param message what was just done, possibly empty
 * @param error what could not be done, possibly empty
 */
public record ProfileView(
        Frame frame,
        String path,
        String name,
        Optional<InForce> inForce,
        List<ProfileVersionRow> history,
        String version,
        String removable,
        String message,
        String error,
        boolean mayManage) {
    public ProfileView {
        history = List.copyOf(history);
    }

    /** What a profile says, in words. */
    public record InForce(String title, String description, List<Fact> facts, List<String> remarks, String text) {
        public InForce {
            facts = List.copyOf(facts);
            remarks = List.copyOf(remarks);
        }
    }

    /** A label with all that belongs to it. */
    public record Fact(String label, List<String> lines) {
        public Fact {
            lines = List.copyOf(lines);
        }
    }
}
