package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.Permission;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.CrlArchiveView;
import dev.chancery.web.pages.view.Moments;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;

/** Every revocation list that a CA has published: what each changed, and its file as long as it is kept. */
final class CrlArchivePage {
    private static final String PATH = "/authorities/{ca}/crls";
    private static final int PAGE = 20;

    private final IssuerRegistry issuers;
    private final CrlArchive archive;
    private final CrlPublication crls;
    private final ArchivedCrls archived;
    private final Frames frames;
    private final Templates templates;

    CrlArchivePage(PageParts parts, FoundCertificates found, Moments moments, Frames frames, Templates templates) {
        this.issuers = parts.issuers();
        this.archive = parts.crlArchive();
        this.crls = parts.crls();
        this.archived = new ArchivedCrls(found, parts.crls(), moments);
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access read = Access.needs(Permission.READ_AUTHORITIES);
        return List.of(
                Route.page(Method.GET, PATH, read, this::show),
                Route.page(Method.GET, PATH + "/{number}.crl", read, exchange -> file(exchange, false)),
                Route.page(Method.GET, PATH + "/{number}-delta.crl", read, exchange -> file(exchange, true)));
    }

    /** One kind of lists: their name in addresses, and the one in the journal. */
    private record Kind(String publication, String sequence, boolean delta) {
        static Kind of(Issuer issuer, boolean delta) {
            String ca = issuer.name();
            return delta
                    ? new Kind(CrlScope.Delta.publicationOf(ca), CrlScope.Delta.sequenceOf(ca), true)
                    : new Kind(ca, ca, false);
        }
    }

    private Reply show(Exchange exchange) {
        Issuer issuer = required(exchange);
        String base = "/authorities/" + issuer.name() + "/crls";
        Kind kind = Kind.of(
                issuer, exchange.query().text("list").filter("delta"::equals).isPresent());
        Optional<CrlNumber> below = exchange.query().text("below").flatMap(CrlArchivePage::number);
        List<CrlArchive.Entry> found = archive.page(issuer.name(), kind.sequence(), below, PAGE + 1);
        List<CrlArchive.Entry> page = found.subList(0, Math.min(PAGE, found.size()));
        Optional<SignedCrl> inForce = crls.current(kind.publication());
        String first = base + (kind.delta() ? "?list=delta" : "");
        return templates.show(
                "crl-archive",
                new CrlArchiveView(
                        frames.of(
                                exchange,
                                plain(
                                        "authorities.archive.title",
                                        issuer.certificate().subject().shortName()),
                                Section.AUTHORITIES),
                        issuer.name(),
                        issuer.certificate().subject().shortName(),
                        kinds(issuer, base, kind.delta()),
                        page.stream()
                                .map(entry -> archived.row(
                                        exchange,
                                        entry,
                                        kind.publication(),
                                        inForce,
                                        base + "/" + entry.number() + (kind.delta() ? "-delta" : "") + ".crl"))
                                .toList(),
                        below.isPresent(),
                        first,
                        found.size() > PAGE
                                ? first + (kind.delta() ? "&" : "?") + "below="
                                        + page.get(PAGE - 1).number()
                                : ""));
    }

    private List<CrlArchiveView.Kind> kinds(Issuer issuer, String base, boolean delta) {
        boolean both = delta
                || !archive.page(issuer.name(), Kind.of(issuer, true).sequence(), Optional.empty(), 1)
                        .isEmpty();
        return both
                ? List.of(
                        new CrlArchiveView.Kind(plain("authorities.archive.full"), base, !delta),
                        new CrlArchiveView.Kind(plain("authorities.archive.delta"), base + "?list=delta", delta))
                : List.of();
    }

    private Reply file(Exchange exchange, boolean delta) {
        Issuer issuer = required(exchange);
        Kind kind = Kind.of(issuer, delta);
        String text = exchange.variable("number");
        CrlNumber number = number(text).orElseThrow(() -> absent(issuer, text));
        CrlOctets crl = crls.archived(kind.publication(), number).orElseThrow(() -> absent(issuer, text));
        return Reply.stream(200, "application/pkix-crl", out -> crl.writeTo(Channels.newChannel(out)))
                .asFile(kind.publication() + "-" + number + ".crl");
    }

    private static ProblemException absent(Issuer issuer, String number) {
        return new ProblemException(
                Problem.notFound(plain("authorities.archive.noFile", LogText.escape(number), issuer.name())));
    }

    private static Optional<CrlNumber> number(String text) {
        try {
            return Optional.of(new CrlNumber(new BigInteger(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Issuer required(Exchange exchange) {
        String ca = exchange.variable("ca");
        return issuers.find(ca)
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound(plain("authorities.notFound", LogText.escape(ca)))));
    }
}
