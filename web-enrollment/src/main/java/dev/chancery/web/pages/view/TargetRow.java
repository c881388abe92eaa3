package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

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
                        .map(why -> plain(
                                "authorities.targets.since",
                                moments.at(target.failingSince().orElse(moments.now()))
                                        .exact(),
                                why))
                        .orElse(""),
                target.waiting());
    }

    private static StatusMark mark(PublicationTarget target) {
        if (target.failure().isPresent()) {
            return new StatusMark("revoked", plain("authorities.targets.fails"));
        }
        return target.waiting() > 0
                ? new StatusMark("soon", plain("authorities.targets.underWay"))
                : new StatusMark("valid", plain("authorities.targets.good"));
    }
}
