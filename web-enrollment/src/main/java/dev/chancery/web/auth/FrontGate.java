package dev.chancery.web.auth;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Requester;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Door;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Gate;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.RequestHead;
import dev.chancery.web.http.Route;
import dev.chancery.web.http.Visitor;
import java.util.Optional;

/** Both doors of the web module: who is asking, is it really them, and is the route theirs to use. */
public final class FrontGate implements Gate {
    private final Authenticator programs;
    private final BrowserDoor browsers;
    private final Authorization authorization;

    public FrontGate(Authenticator programs, BrowserDoor browsers, Authorization authorization) {
        this.programs = programs;
        this.browsers = browsers;
        this.authorization = authorization;
    }

    @Override
    public Admission admit(Exchange exchange, Route route) {
        if (!exchange.head().secure() && route.access().kind() != Access.Kind.OPEN) {
            return new Admission.Refused(
                    Problem.of(
                            403, "This is answered over HTTPS only; nothing that needs a login goes over plain HTTP."),
                    Visitor.anonymous());
        }
        return route.door() == Door.API
                ? admitProgram(exchange, route)
                : browsers.admit(exchange, route, who -> enter(exchange, route, who));
    }

    private Admission admitProgram(Exchange exchange, Route route) {
        Authentication found = programs.authenticate(exchange.head());
        if (route.access().kind() == Access.Kind.OPEN) {
            Visitor visitor = found.fold(Visitor::of, Visitor::anonymous, reason -> Visitor.anonymous());
            return new Admission.Admitted(exchange.as(visitor, Optional.empty()));
        }
        return found.fold(
                requester -> forged(exchange.head(), route, requester)
                        ? new Admission.Refused(
                                Problem.of(403, "A page of another site sent this with your client certificate."),
                                Visitor.of(requester))
                        : enter(exchange, route, Visitor.of(requester)),
                () -> unknown(exchange.head()),
                FrontGate::notGood);
    }

    /** A browser adds a client certificate by itself, like a cookie; a token it does not. */
    private static boolean forged(RequestHead head, Route route, Requester requester) {
        return requester.means().equals("certificate") && !route.method().safe() && !SameOrigin.allowed(head);
    }

    private Admission enter(Exchange exchange, Route route, Visitor visitor) {
        Optional<Permit> permit = Optional.empty();
        if (route.access().kind() == Access.Kind.NEEDS) {
            permit = route.access()
                    .permission()
                    .map(permission ->
                            authorization.require(visitor.requester().orElseThrow(), permission, AccessObject.any()));
        }
        return new Admission.Admitted(exchange.as(visitor, permit));
    }

    private static Admission unknown(RequestHead head) {
        String detail = head.cookie(Sessions.COOKIE).isPresent()
                ? "The API takes a token (Authorization: Bearer TOKEN) or a client certificate, not the browser's session."
                : "Say who you are: send Authorization: Bearer TOKEN, or use a client certificate.";
        return new Admission.Refused(
                Problem.of(401, detail).with("WWW-Authenticate", "Bearer realm=\"chancery\""), Visitor.anonymous());
    }

    private static Admission notGood(String reason) {
        return new Admission.Refused(
                Problem.of(401, reason).with("WWW-Authenticate", "Bearer realm=\"chancery\", error=\"invalid_token\""),
                Visitor.anonymous());
    }
}
