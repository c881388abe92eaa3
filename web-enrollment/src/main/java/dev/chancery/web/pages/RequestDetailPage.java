package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.HeldGrants;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.enrollment.DenialOutcome;
import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.enrollment.Preview;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.InstallGuide.Target;
import dev.chancery.web.pages.view.KeySource;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.RequestPresenter;
import dev.chancery.web.pages.view.RequestPresenter.Circumstances;
import dev.chancery.web.pages.view.RequestPresenter.Reader;
import dev.chancery.web.pages.view.RequestView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One request: for its requester to follow, for an officer to decide about. */
final class RequestDetailPage {
    private static final int BEFORE = 5;

    /** What begins like a name and is another one comes between: so many are looked through. */
    private static final int ALIKE = 20;

    private static final int LONGEST_COMMENT = 2000;

    private final PageParts parts;
    private final RequestPresenter presenter;
    private final Frames frames;
    private final Templates templates;

    RequestDetailPage(PageParts parts, ProfileTitles titles, Moments moments, Frames frames, Templates templates) {
        this.parts = parts;
        this.presenter = new RequestPresenter(moments, titles::of);
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access read = Access.ofObject(Permission.READ_REQUEST);
        Access decide = Access.ofObject(Permission.DECIDE_REQUEST);
        return List.of(
                Route.page(Method.GET, "/requests/{id}", read, this::open),
                Route.page(Method.POST, "/requests/{id}/approval", decide, this::approve),
                SentForm.route(
                        "/requests/{id}/denial",
                        decide,
                        this::deny,
                        exchange -> show(exchange, 200, required(exchange), List.of(), comment(exchange))));
    }

    private Reply open(Exchange exchange) {
        return show(exchange, 200, required(exchange), List.of(), "");
    }

    private Reply approve(Exchange exchange) {
        PendingRequest request = required(exchange);
        Permit permit = permit(exchange, request, Permission.DECIDE_REQUEST);
        String comment = comment(exchange);
        return parts.enrollment()
                .approve(permit, request.id(), comment)
                .fold(
                        issued -> done(request),
                        refused -> show(exchange, 422, request, refused.objections(), comment),
                        awaiting -> done(request));
    }

    private Reply deny(Exchange exchange) {
        PendingRequest request = required(exchange);
        Permit permit = permit(exchange, request, Permission.DECIDE_REQUEST);
        String comment = comment(exchange);
        if (comment.isEmpty()) {
            Objection missing = Objection.of("comment-missing", "comment", plain("requests.detail.sayWhy"));
            return show(exchange, 422, request, List.of(missing), comment);
        }
        DenialOutcome outcome = parts.enrollment().deny(permit, request.id(), comment);
        if (outcome == DenialOutcome.DENIED) {
            return done(request);
        }
        Objection late = Objection.of("request-not-pending", "request", plain("requests.detail.decidedMeanwhile"));
        return show(exchange, 409, required(exchange), List.of(late), comment);
    }

    private static Reply done(PendingRequest request) {
        return Reply.seeOther("/requests/" + request.id());
    }

    private static String comment(Exchange exchange) {
        String comment = exchange.form().text("comment").orElse("");
        if (comment.length() > LONGEST_COMMENT) {
            throw new ProblemException(
                    Problem.of(422, plain("requests.detail.commentLong", comment.length(), LONGEST_COMMENT)));
        }
        return comment;
    }

    private PendingRequest required(Exchange exchange) {
        String id = exchange.variable("id");
        return Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .flatMap(parts.requests()::find)
                .orElseThrow(
                        () -> new ProblemException(Problem.notFound(plain("requests.notFound", LogText.escape(id)))));
    }

    private Permit permit(Exchange exchange, PendingRequest request, Permission permission) {
        return parts.authorization().require(exchange.requester(), permission, object(request));
    }

    private static AccessObject object(PendingRequest request) {
        return new AccessObject(Long.toString(request.id()), request.requester());
    }

    private Reply show(Exchange exchange, int status, PendingRequest request, List<Objection> errors, String comment) {
        Permit permit = permit(exchange, request, Permission.READ_REQUEST);
        Preview preview = parts.enrollment().review(permit, request.id()).orElseThrow();
        boolean own = request.requester().equals(exchange.requester().name());
        boolean decides =
                parts.authorization().allows(exchange.requester(), Permission.DECIDE_REQUEST, AccessObject.any());
        boolean agreed = preview.agreements().stream()
                .anyMatch(one -> one.by().equals(exchange.requester().name()));
        Circumstances known = new Circumstances(
                preview,
                parts.profiles().find(request.profile()),
                parts.accounts()
                        .find(request.requester())
                        .map(account ->
                                parts.accounts().requester(account, "queue").grants())
                        .orElse(HeldGrants.of(NameGrants.nothing())),
                parts.ledger().latestFor(request.requester(), BEFORE),
                preview.grant().flatMap(this::alike),
                errors);
        RequestView view = presenter.present(
                frames.of(exchange, plain("requests.title", request.id()), Section.REQUESTS),
                request,
                known,
                new Reader(
                        decides,
                        own,
                        agreed,
                        exchange.query().has("sent"),
                        new Reader.Key(
                                KeySource.named(exchange.query().text("key").orElse("")),
                                exchange.query().text("target").flatMap(Target::find),
                                exchange.query().has("handed")),
                        comment));
        return templates.show(status, "request-detail", view);
    }

    /** The newest certificate that has one of the names; of a long list, the first few are looked up. */
    private Optional<CertificateRecord> alike(Grant grant) {
        return grant.names().stream()
                .limit(BEFORE)
                .flatMap(name -> named(name).stream())
                .max(Comparator.comparing(CertificateRecord::issuedAt));
    }

    private Optional<CertificateRecord> named(SubjectAltName name) {
        CertificateQuery query = new CertificateQuery(
                Optional.of(name.text()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                parts.clock().instant(),
                ALIKE,
                Optional.empty());
        return parts.ledger().search(query).certificates().stream()
                .filter(one -> one.certificate().subjectAltNames().contains(name))
                .findFirst();
    }
}
