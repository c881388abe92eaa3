package dev.chancery.web.pages;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.editing.Mistake;
import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.core.ledger.CertificateRecord.Status;
import dev.chancery.web.crl.SeenFromOutside;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.AuthorityCard;
import dev.chancery.web.pages.view.CrlRow;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.MonthChart;
import dev.chancery.web.pages.view.OverviewView;
import dev.chancery.web.pages.view.OverviewView.Attention;
import dev.chancery.web.pages.view.OverviewView.Figure;
import dev.chancery.web.pages.view.PublicAddress;
import dev.chancery.web.pages.view.StatusMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The start page of the signed-in: what needs them first. */
final class OverviewPage {
    private static final int LOOKED_AT = 200;

    private final PageParts parts;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    OverviewPage(PageParts parts, Moments moments, Frames frames, Templates templates) {
        this.parts = parts;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(Route.page(Method.GET, "/overview", Access.signedIn(), this::show));
    }

    private Reply show(Exchange exchange) {
        Requester who = exchange.requester();
        Optional<String> owner = may(who, Permission.READ_CERTIFICATE) ? Optional.empty() : Optional.of(who.name());
        Instant now = moments.now();
        Map<Status, Long> counts = parts.ledger().counts(owner, now);
        long ending = parts.ledger().countEndingBefore(owner, now, now.plus(StatusMark.SOON));
        OverviewView view = new OverviewView(
                frames.of(exchange, "Overview", Section.OVERVIEW),
                attention(who, owner, ending),
                figures(counts, ending, owner.isPresent()),
                MonthChart.of(moments, limit -> parts.ledger().countEndingBefore(owner, now, limit)),
                counts.values().stream().mapToLong(Long::longValue).sum() == 0,
                may(who, Permission.REQUEST_CERTIFICATE));
        return templates.show("overview", view);
    }

    private boolean may(Requester who, Permission permission) {
        return parts.authorization().allows(who, permission, AccessObject.any());
    }

    /** Worst first: what stops validation, what waits for a person, what can wait a little. */
    private List<Attention> attention(Requester who, Optional<String> owner, long ending) {
        List<Attention> found = new ArrayList<>();
        parts.issuers().all().forEach(issuer -> crlProblem(issuer).ifPresent(found::add));
        parts.issuers().all().forEach(issuer -> outsideProblem(issuer).ifPresent(found::add));
        parts.watch()
                .targets()
                .forEach(target -> target.failure()
                        .ifPresent(why -> found.add(Attention.at(
                                "/authorities#targets",
                                "warn",
                                "Revocation lists do not reach " + target.name() + ".",
                                why + ".",
                                "Look at it"))));
        if (may(who, Permission.MANAGE_PROFILES)) {
            profileFiles().ifPresent(found::add);
        }
        if (may(who, Permission.DECIDE_REQUEST)) {
            waiting(who).ifPresent(found::add);
        }
        if (may(who, Permission.PUBLISH_CRL) || may(who, Permission.MANAGE_AUTHORITIES)) {
            PublicAddress.check(parts.issuers().all()).ifPresent(found::add);
        }
        if (ending > 0) {
            found.add(Attention.at(
                    "/certificates?filter=ending",
                    "warn",
                    ending(ending, owner.isPresent()) + " within 30 days.",
                    ending == 1
                            ? "Ask for its successor before others notice."
                            : "Ask for their successors before others notice.",
                    ending == 1 ? "Show it" : "Show them"));
        }
        long own = parts.requests().pending(Optional.of(who.name()));
        if (own > 0) {
            found.add(Attention.at(
                    "/requests",
                    "",
                    (own == 1 ? "One request" : Moments.number(own) + " requests") + " of yours "
                            + (own == 1 ? "waits" : "wait") + " for an officer.",
                    "",
                    "Show"));
        }
        return found;
    }

    private static String ending(long count, boolean own) {
        String some = own ? Moments.number(count) + " of your certificates" : Moments.counted(count, "certificate");
        return count == 1 ? "One " + (own ? "of your certificates" : "certificate") + " ends" : some + " end";
    }

    private Optional<Attention> crlProblem(Issuer issuer) {
        AuthorityCard card = AuthorityCard.of(issuer, parts.crls(), parts.watch(), moments);
        if (card.state().kind().equals("valid")) {
            return Optional.empty();
        }
        String until = card.crl()
                .filter(crl -> !crl.ended())
                .map(crl -> " The list in force ends " + crl.ends().relative()
                        + "; from then on validating servers refuse every certificate of this authority.")
                .orElse(" Validating servers refuse every certificate of this authority.");
        String why = card.failure().isEmpty() ? "" : card.failure();
        return Optional.of(Attention.at(
                "/authorities",
                card.state().kind().equals("soon") ? "warn" : "bad",
                card.name() + ": " + card.state().word().toLowerCase(java.util.Locale.ROOT) + ".",
                why + until,
                "Look at it"));
    }

    private Optional<Attention> outsideProblem(Issuer issuer) {
        return parts.watch()
                .seen(issuer.name())
                .map(SeenFromOutside::faults)
                .filter(faults -> !faults.isEmpty())
                .map(faults -> Attention.at(
                        "/authorities#" + issuer.name(),
                        "bad",
                        issuer.certificate().subject().shortName() + ": validating servers do not get what they need.",
                        faults.get(0),
                        "Look at it"));
    }

    /** A wrong file never takes the place of a good one, so that somebody has to be told. */
    private Optional<Attention> profileFiles() {
        List<Mistake> faults = parts.editor().faults();
        if (!faults.isEmpty()) {
            return Optional.of(Attention.at(
                    "/profiles",
                    "warn",
                    faults.get(0).file() + " is not in force.",
                    faults.get(0).words() + ". What was in force before it still is.",
                    "Look at it"));
        }
        List<String> unread = parts.editor().unread();
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of(Attention.at(
                        "/profiles",
                        "",
                        "The file of the profile " + unread.get(0) + " was changed and is not read yet.",
                        "",
                        "Read it"));
    }

    private Optional<Attention> waiting(Requester who) {
        List<PendingRequest> pending = parts
                .requests()
                .list(Optional.of(PendingRequest.State.PENDING), Optional.empty(), Optional.empty(), LOOKED_AT)
                .stream()
                .filter(request -> !request.requester().equals(who.name()))
                .toList();
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        long wildcards = pending.stream()
                .filter(request -> request.waitsBecause().stream().anyMatch(reason -> reason.contains("*.")))
                .count();
        int count = pending.size();
        return Optional.of(Attention.at(
                "/requests",
                "",
                (count == 1 ? "One request waits" : count + " requests wait") + " for you.",
                wildcards == 0 ? "" : wildcards == 1 ? "One asks for a wildcard." : wildcards + " ask for wildcards.",
                "Review"));
    }

    private List<Figure> figures(Map<Status, Long> counts, long ending, boolean own) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                Moments.number(counts.getOrDefault(Status.VALID, 0L)),
                own ? "valid certificates of yours" : "valid certificates",
                "/certificates?filter=valid"));
        figures.add(new Figure(Moments.number(ending), "end within 30 days", "/certificates?filter=ending"));
        figures.add(new Figure(
                Moments.number(counts.getOrDefault(Status.REVOKED, 0L) + counts.getOrDefault(Status.HELD, 0L)),
                "revoked or on hold",
                "/certificates?filter=revoked"));
        parts.issuers().all().stream()
                .filter(issuer -> !issuer.certificate().selfIssued())
                .findFirst()
                .flatMap(issuer -> parts.crls().current(issuer.name()))
                .map(crl -> CrlRow.of(crl, moments))
                .ifPresent(crl -> figures.add(new Figure(
                        crl.age(), "since the last revocation list, number " + crl.number(), "/authorities")));
        return figures;
    }
}
