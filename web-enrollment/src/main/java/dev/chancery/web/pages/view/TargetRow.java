package dev.chancery.web.pages.view;

import dev.chancery.web.crl.PublicationTarget;
import java.util.Optional;

/**
 * Another place that gets what is published.
 *
 * @param failure why it took no file last, and since when; empty while all is well
 */
public record TargetRow(
        String name, String where, StatusMark mark, Optional<Moment> lastSuccess, String failure, int waiting) {
    public static TargetRow of(PublicationTarget target, Moments moments) {
        return new TargetRow(
                target.name(),
                target.where(),
                mark(target),
                target.lastSuccess().map(moments::at),
                target.failure()
                        .map(why -> "Since "
                                + moments.at(target.failingSince().orElse(moments.now()))
                                        .exact() + ": " + why + ".")
                        .orElse(""),
                target.waiting());
    }

    private static StatusMark mark(PublicationTarget target) {
        if (target.failure().isPresent()) {
            return new StatusMark("revoked", "Fails");
        }
        return target.waiting() > 0 ? new StatusMark("soon", "Under way") : new StatusMark("valid", "Up to date");
    }
}
