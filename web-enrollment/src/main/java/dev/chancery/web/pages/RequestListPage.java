package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.number;
import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.enrollment.PendingRequest.State;
import dev.chancery.core.enrollment.RequestQueue;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.CertificateListView.Filter;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.RequestListView;
import dev.chancery.web.pages.view.RequestRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The queue: everybody's for officers and auditors, one's own otherwise. */
final class RequestListPage {
    private static final int PAGE = 50;

    private final RequestQueue requests;
    private final ProfileTitles titles;
    private final Authorization authorization;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    RequestListPage(
            RequestQueue requests,
            ProfileTitles titles,
            Authorization authorization,
            Moments moments,
            Frames frames,
            Templates templates) {
        this.requests = requests;
        this.titles = titles;
        this.authorization = authorization;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(Route.page(Method.GET, "/requests", Access.signedIn(), this::show));
    }

    private Reply show(Exchange exchange) {
        Requester who = exchange.requester();
        boolean all = may(who, Permission.READ_REQUEST);
        Optional<String> owner = all ? Optional.empty() : Optional.of(who.name());
        String chosen = exchange.query().text("state").orElse("pending");
        Optional<State> state = state(chosen);
        Optional<Long> before = exchange.query()
                .text("before")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
        List<PendingRequest> page = requests.list(state, owner, before, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<PendingRequest> shown = more ? page.subList(0, PAGE) : page;
        boolean decides = may(who, Permission.DECIDE_REQUEST);
        return templates.show(
                "requests",
                new RequestListView(
                        frames.of(
                                exchange,
                                decides ? plain("requests.approvals") : plain("requests.requests"),
                                Section.REQUESTS),
                        filters(state, owner),
                        shown.stream()
                                .map(request -> RequestRow.of(
                                        request, titles::of, titles.usualValidity(request.profile()), moments))
                                .toList(),
                        more
                                ? path(state) + "&before="
                                        + shown.get(shown.size() - 1).id()
                                : "",
                        decides,
                        !all,
                        may(who, Permission.REQUEST_CERTIFICATE)));
    }

    private boolean may(Requester who, Permission permission) {
        return authorization.allows(who, permission, AccessObject.any());
    }

    private List<Filter> filters(Optional<State> chosen, Optional<String> owner) {
        List<Filter> filters = new ArrayList<>();
        filters.add(filter(
                plain("requests.state.waiting"), Optional.of(State.PENDING), chosen, number(requests.pending(owner))));
        filters.add(filter(plain("requests.state.issued"), Optional.of(State.ISSUED), chosen, ""));
        filters.add(filter(plain("requests.state.denied"), Optional.of(State.DENIED), chosen, ""));
        filters.add(filter(plain("requests.state.all"), Optional.empty(), chosen, ""));
        return filters;
    }

    private static Filter filter(String label, Optional<State> state, Optional<State> chosen, String count) {
        return new Filter(label, path(state), state.equals(chosen), count);
    }

    private static String path(Optional<State> state) {
        return "/requests?state="
                + state.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("all");
    }

    private static Optional<State> state(String text) {
        for (State state : State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(state);
            }
        }
        return text.equals("all") ? Optional.empty() : Optional.of(State.PENDING);
    }
}
