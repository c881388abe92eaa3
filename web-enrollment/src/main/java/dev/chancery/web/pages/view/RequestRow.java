package dev.chancery.web.pages.view;

import dev.chancery.core.enrollment.PendingRequest;
import java.util.List;
import java.util.function.Function;

/**
 * A request in a list.
 *
 * @param name the first one asked for
 * @param others the rest in a line, possibly empty
 * @param because the first reason to wait, possibly empty
 */
public record RequestRow(
        String path,
        String name,
        String others,
        String profile,
        String requester,
        Moment submitted,
        StatusMark state,
        String because) {

    /** @param profileTitle from a profile's name to its title */
    public static RequestRow of(PendingRequest request, Function<String, String> profileTitle, Moments moments) {
        List<String> names = AskedNames.of(request);
        return new RequestRow(
                "/requests/" + request.id(),
                names.isEmpty() ? "Request " + request.id() : names.get(0),
                names.size() < 2
                        ? ""
                        : String.join(", ", names.subList(1, Math.min(names.size(), 4)))
                                + (names.size() > 4 ? " and " + (names.size() - 4) + " more" : ""),
                profileTitle.apply(request.profile()),
                request.requester(),
                moments.at(request.submitted()),
                state(request.state()),
                request.waitsBecause().stream().findFirst().orElse(""));
    }

    static StatusMark state(PendingRequest.State state) {
        return switch (state) {
            case PENDING -> new StatusMark("soon", "Waiting");
            case ISSUED -> new StatusMark("valid", "Issued");
            case DENIED -> new StatusMark("revoked", "Denied");
        };
    }
}
