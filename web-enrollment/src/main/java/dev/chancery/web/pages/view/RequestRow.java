package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.web.pages.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request in a list.
 *
 * @param name the first one asked for
 * @param others the rest in a line, possibly empty
 * @param because the first reason to wait, possibly empty
 * @param marks what is unusual about it, a word or two each
 */
public record RequestRow(
        String path,
        String name,
        String others,
        String profile,
        String requester,
        Moment submitted,
        StatusMark state,
        String because,
        List<String> marks) {
    public RequestRow {
        marks = List.copyOf(marks);
    }

    /**
     * @param profileTitle from a profile's name to its title
     * @param usual how long certificates of its profile are valid when nobody says otherwise
     */
    public static RequestRow of(
            PendingRequest request,
            Function<String, String> profileTitle,
            Optional<ValidityLength> usual,
            Moments moments) {
        List<String> names = AskedNames.of(request);
        return new RequestRow(
                "/requests/" + request.id(),
                names.isEmpty() ? plain("requests.title", request.id()) : names.get(0),
                names.size() < 2
                        ? ""
                        : String.join(", ", names.subList(1, Math.min(names.size(), 4)))
                                + (names.size() > 4 ? plain("requests.row.names.more", (names.size() - 4)) : ""),
                profileTitle.apply(request.profile()),
                request.requester(),
                moments.at(request.submitted()),
                state(request.state()),
                because(request.waitsBecause().stream().map(Texts::said).toList()),
                marks(request, names, usual));
    }

    private static String because(List<String> reasons) {
        if (reasons.isEmpty()) {
            return "";
        }
        return reasons.get(0) + (reasons.size() > 1 ? plain("requests.row.reasons.more", (reasons.size() - 1)) : "");
    }

    private static List<String> marks(PendingRequest request, List<String> names, Optional<ValidityLength> usual) {
        List<String> marks = new ArrayList<>();
        if (names.stream().anyMatch(name -> name.startsWith("*."))) {
            marks.add("wildcard");
        }
        if (usual.flatMap(length -> longer(request, length)).isPresent()) {
            marks.add(plain("requests.row.long"));
        }
        if (!request.agreements().isEmpty()) {
            marks.add(plain("requests.row.oneApproval"));
        }
        return marks;
    }

    /** A sentence when it asks for more time than is usual. */
    static Optional<String> longer(PendingRequest request, ValidityLength usual) {
        Instant start = request.submitted();
        return request.validity()
                .map(ValidityLength::of)
                .filter(asked -> asked.addTo(start).isAfter(usual.addTo(start)))
                .map(asked -> plain("requests.row.asksFor", Moments.words(asked), Moments.words(usual)));
    }

    static StatusMark state(PendingRequest.State state) {
        return switch (state) {
            case PENDING -> new StatusMark("soon", plain("requests.state.waiting"));
            case ISSUED -> new StatusMark("valid", plain("requests.state.issued"));
            case DENIED -> new StatusMark("revoked", plain("requests.state.denied"));
        };
    }
}
