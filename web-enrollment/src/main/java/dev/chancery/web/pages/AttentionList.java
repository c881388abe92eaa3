package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.counted;
import static dev.chancery.web.pages.text.Texts.inSentence;
import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.editing.Mistake;
import dev.chancery.core.enrollment.PendingRequest;
import dev.chancery.web.crl.SeenFromOutside;
import dev.chancery.web.pages.view.AuthorityCard;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.OutsideWords;
import dev.chancery.web.pages.view.OverviewView;
import dev.chancery.web.pages.view.OverviewView.Attention;
import dev.chancery.web.pages.view.PublicAddress;
import dev.chancery.web.pages.view.StatusMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that needs somebody: what stops validation or issuing, what will, and what waits for a person. */
final class AttentionList {
    private static final int LOOKED_AT = 200;

    /** A CA whose life is nearly over shortens what it issues long before its end. */
    private static final int LAST_PART = 5;

    private final PageParts parts;
    private final Moments moments;

    AttentionList(PageParts parts, Moments moments) {
        this.parts = parts;
        this.moments = moments;
    }

    /**
     * Worst first.
     *
     * @param ending how many certificates that the visitor sees end soon
     * @param own whether those are the visitor's own
     */
    List<Attention> of(Requester who, long ending, boolean own) {
        List<Attention> found = new ArrayList<>();
        if (may(who, Permission.READ_METRICS)) {
            house(found);
        }
        for (Issuer issuer : parts.issuers().all()) {
            crlProblem(issuer).ifPresent(found::add);
            outsideProblem(issuer).ifPresent(found::add);
            life(issuer).ifPresent(found::add);
        }
        targets(found);
        if (may(who, Permission.MANAGE_PROFILES)) {
            profileFiles().ifPresent(found::add);
        }
        if (may(who, Permission.DECIDE_REQUEST)) {
            waiting(who).ifPresent(found::add);
        }
        if (may(who, Permission.PUBLISH_CRL) || may(who, Permission.MANAGE_AUTHORITIES)) {
            PublicAddress.check(parts.issuers().all()).ifPresent(found::add);
        }
        ending(ending, own).ifPresent(found::add);
        ownRequests(who).ifPresent(found::add);
        return OverviewView.sorted(found);
    }

    private boolean may(Requester who, Permission permission) {
        return parts.authorization().allows(who, permission, AccessObject.any());
    }

    private void house(List<Attention> found) {
        parts.house()
                .fault()
                .ifPresent(why -> found.add(
                        Attention.byHand("bad", plain("overview.fault"), sentence(why), plain("overview.fault.next"))));
        parts.house()
                .littleSpace()
                .ifPresent(why -> found.add(
                        Attention.byHand("warn", plain("overview.disk"), sentence(why), plain("overview.disk.next"))));
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private Optional<Attention> crlProblem(Issuer issuer) {
        AuthorityCard card = AuthorityCard.of(issuer, parts.crls(), parts.watch(), moments)
                .withDue(
                        parts.crls().due(issuer.name()).orElse(""),
                        parts.crls().responderDue(issuer.name()).orElse(""));
        if (card.state().kind().equals("valid")) {
            return Optional.empty();
        }
        String until = card.crl()
                .filter(crl -> !crl.ended())
                .map(crl -> plain("overview.crl.until", crl.ends().relative()))
                .orElse(plain("overview.crl.refused"));
        String due = (card.due() + " " + card.responderDue()).strip();
        return Optional.of(Attention.at(
                "/authorities#" + issuer.name(),
                card.state().kind().equals("soon") ? "warn" : "bad",
                plain("overview.crl", card.name(), inSentence(card.state().word())),
                due.isEmpty() ? (card.failure() + " " + until).strip() : due,
                plain("overview.look")));
    }

    /** A fault first; what only some servers stumble over comes with less haste. */
    private Optional<Attention> outsideProblem(Issuer issuer) {
        Optional<SeenFromOutside> seen = parts.watch().seen(issuer.name());
        String name = issuer.certificate().subject().shortName();
        String path = "/authorities#" + issuer.name();
        List<String> faults = seen.map(OutsideWords::faults).orElse(List.of());
        if (!faults.isEmpty()) {
            return Optional.of(Attention.at(
                    path, "bad", plain("overview.outside.bad", name), faults.get(0), plain("overview.look")));
        }
        return seen.stream()
                .flatMap(found -> found.addresses().stream())
                .flatMap(address -> address.findings().stream().map(finding -> OutsideWords.sentence(address, finding)))
                .findFirst()
                .map(words -> Attention.at(
                        path, "warn", plain("overview.outside.some", name), words, plain("overview.look")));
    }

    private Optional<Attention> life(Issuer issuer) {
        Instant now = moments.now();
        Instant from = issuer.certificate().validity().notBefore();
        Instant end = issuer.certificate().validity().notAfter();
        String name = issuer.certificate().subject().shortName();
        String path = "/authorities#" + issuer.name();
        if (!now.isBefore(end)) {
            return Optional.of(Attention.at(
                    path,
                    "bad",
                    plain("overview.authority.expired", name),
                    plain("overview.authority.expired.why"),
                    plain("overview.look")));
        }
        Duration left = Duration.between(now, end);
        return left.compareTo(Duration.between(from, end).dividedBy(LAST_PART)) < 0
                ? Optional.of(Attention.at(
                        path,
                        left.compareTo(StatusMark.SOON) < 0 ? "bad" : "warn",
                        plain("overview.authority.ends", name, moments.at(end).relative()),
                        plain("overview.authority.ends.why"),
                        plain("overview.look")))
                : Optional.empty();
    }

    private void targets(List<Attention> found) {
        parts.watch()
                .targets()
                .forEach(target -> target.failure()
                        .ifPresent(why -> found.add(Attention.at(
                                "/authorities#targets",
                                "warn",
                                plain("overview.targets", target.name()),
                                sentence(why),
                                plain("overview.look")))));
    }

    /** A wrong file never takes the place of a good one, so that somebody has to be told. */
    private Optional<Attention> profileFiles() {
        List<Mistake> faults = parts.editor().faults();
        if (!faults.isEmpty()) {
            return Optional.of(Attention.at(
                    "/profiles",
                    "warn",
                    plain("overview.profiles.fault", faults.get(0).file()),
                    plain("overview.profiles.fault.why", faults.get(0).words()),
                    plain("overview.look")));
        }
        List<String> unread = parts.editor().unread();
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of(Attention.at(
                        "/profiles",
                        "",
                        plain("overview.profiles.unread", unread.get(0)),
                        "",
                        plain("overview.profiles.read")));
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
        String since = moments.at(pending.get(count - 1).submitted()).relative();
        return Optional.of(Attention.at(
                "/requests",
                "",
                count == 1 ? plain("overview.requests.one") : plain("overview.requests.many", count),
                (wildcards == 0
                                ? ""
                                : wildcards == 1
                                        ? plain("overview.requests.wildcard.one") + " "
                                        : plain("overview.requests.wildcard.many", wildcards) + " ")
                        + plain("overview.requests.eldest", since),
                plain("overview.requests.review")));
    }

    private static Optional<Attention> ending(long count, boolean own) {
        if (count == 0) {
            return Optional.empty();
        }
        return Optional.of(Attention.at(
                "/certificates?filter=ending",
                "warn",
                own ? counted(count, "overview.ending.own") : counted(count, "overview.ending.all"),
                count == 1 ? plain("overview.ending.next.one") : plain("overview.ending.next.many"),
                count == 1 ? plain("overview.ending.show.one") : plain("overview.ending.show.many")));
    }

    private Optional<Attention> ownRequests(Requester who) {
        long own = parts.requests().pending(Optional.of(who.name()));
        return own == 0
                ? Optional.empty()
                : Optional.of(
                        Attention.at("/requests", "", counted(own, "overview.own"), "", plain("overview.own.show")));
    }
}
