package dev.chancery.web.http;

import dev.chancery.core.journal.ClockFaultException;
import dev.chancery.core.journal.JournalBusyException;
import dev.chancery.core.journal.JournalFaultException;
import java.util.List;
import java.util.Optional;

/** Takes a request to its route, through the gate, and turns whatever goes wrong into an answer. No I/O of its own. */
public final class Router {
    private final List<Route> routes;
    private final RouteTable table;
    private final Gate gate;
    private final ProblemView pageProblems;
    private final ProblemView apiProblems = new ProblemJson();
    private final Incidents incidents;

    /**
     * @param gate judges every route, the open ones too
     * @param pageProblems how people see an error
     */
    public Router(List<Route> routes, Gate gate, ProblemView pageProblems, Incidents incidents) {
        this.routes = List.copyOf(routes);
        this.table = new RouteTable(routes);
        this.gate = gate;
        this.pageProblems = pageProblems;
        this.incidents = incidents;
    }

    /** Every route, as data: an access test walks them all. */
    public List<Route> routes() {
        return routes;
    }

    /** Never throws; every answer carries the security headers. */
    public Reply answer(RequestHead head, Body body) {
        return SecurityHeaders.on(find(head, body));
    }

    private Reply find(RequestHead head, Body body) {
        try {
            Optional<RouteTable.Match> match = table.find(head.method(), head.path());
            if (match.isPresent()) {
                RouteTable.Match found = match.get();
                return serve(Exchange.of(head, found.variables(), body), found.route());
            }
            return show(missing(head), head, Visitor.anonymous(), Optional.empty());
        } catch (ProblemException e) {
            return show(e.problem(), head, Visitor.anonymous(), Optional.empty());
        }
    }

    private Problem missing(RequestHead head) {
        List<String> methods = table.methods(head.path());
        if (methods.isEmpty()) {
            return Problem.notFound("There is nothing at " + LogText.escape(head.path()) + ".");
        }
        String allowed = String.join(", ", methods);
        return Problem.of(405, LogText.escape(head.path()) + " answers " + allowed + " only.")
                .with("Allow", allowed);
    }

    private Reply serve(Exchange exchange, Route route) {
        Optional<Door> door = Optional.of(route.door());
        try {
            return gate.admit(exchange, route)
                    .fold(
                            admitted -> run(admitted, route),
                            reply -> reply,
                            refused -> show(refused.problem(), exchange.head(), refused.visitor(), door));
        } catch (ProblemException e) {
            return show(e.problem(), exchange.head(), Visitor.anonymous(), door);
        } catch (ClockFaultException | JournalFaultException e) {
            // Who is asking stands in the tables, which may be out of reach.
            return show(incidents.unable(e, exchange.head()), exchange.head(), Visitor.anonymous(), door);
        } catch (RuntimeException | StackOverflowError e) {
            return show(incidents.report(e, exchange.head()), exchange.head(), Visitor.anonymous(), door);
        }
    }

    private Reply run(Exchange exchange, Route route) {
        Optional<Door> door = Optional.of(route.door());
        try {
            return route.endpoint().answer(exchange);
        } catch (ProblemException e) {
            return show(e.problem(), exchange.head(), exchange.visitor(), door);
        } catch (JournalBusyException e) {
            return show(Turns.refusal(), exchange.head(), exchange.visitor(), door);
        } catch (ClockFaultException | JournalFaultException e) {
            return show(incidents.unable(e, exchange.head()), exchange.head(), exchange.visitor(), door);
        } catch (RuntimeException | StackOverflowError e) {
            return show(incidents.report(e, exchange.head()), exchange.head(), exchange.visitor(), door);
        }
    }

    private Reply show(Problem problem, RequestHead head, Visitor visitor, Optional<Door> door) {
        boolean page =
                door.map(Door.PAGE::equals).orElseGet(() -> !head.path().startsWith("/api/") && head.wantsPage());
        Reply reply;
        try {
            reply = (page ? pageProblems : apiProblems).show(problem, head, visitor);
        } catch (RuntimeException e) {
            // The error page itself failed: the plain words are still better than nothing.
            reply = ProblemJson.of(incidents.report(e, head));
        }
        for (var header : problem.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }
}
