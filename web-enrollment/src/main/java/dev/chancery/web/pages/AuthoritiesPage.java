package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.authority.AuthorityOfflineException;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlFaultException;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.AuthoritiesView;
import dev.chancery.web.pages.view.AuthorityCard;
import dev.chancery.web.pages.view.Moments;
import dev.chancery.web.pages.view.TargetRow;
import java.util.List;
import java.util.Optional;

/** The CAs, their revocation lists, and publishing one now. */
final class AuthoritiesPage {
    private final IssuerRegistry issuers;
    private final CrlPublication crls;
    private final PublicationWatch watch;
    private final Authorization authorization;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    AuthoritiesPage(
            IssuerRegistry issuers,
            CrlPublication crls,
            PublicationWatch watch,
            Authorization authorization,
            Moments moments,
            Frames frames,
            Templates templates) {
        this.issuers = issuers;
        this.crls = crls;
        this.watch = watch;
        this.authorization = authorization;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(
                Route.page(Method.GET, "/authorities", Access.needs(Permission.READ_AUTHORITIES), this::show),
                Route.page(Method.POST, "/authorities/{ca}/crl", Access.needs(Permission.PUBLISH_CRL), this::publish));
    }

    private Reply show(Exchange exchange) {
        boolean sees = authorization.allows(exchange.requester(), Permission.READ_METRICS, AccessObject.any());
        List<AuthorityCard> cards = issuers.all().stream()
                .map(issuer -> AuthorityCard.of(issuer, crls, watch, moments))
                .map(card -> card.withDue(
                        crls.due(card.file()).orElse(""),
                        crls.responderDue(card.file()).orElse("")))
                .map(card -> sees ? card : card.withoutFetchers())
                .toList();
        String published = exchange.query()
                .text("published")
                .filter(name -> issuers.find(name).isPresent())
                .orElse("");
        boolean mayPublish = authorization.allows(exchange.requester(), Permission.PUBLISH_CRL, AccessObject.any());
        boolean mayManage =
                authorization.allows(exchange.requester(), Permission.MANAGE_AUTHORITIES, AccessObject.any());
        return templates.show(
                "authorities",
                new AuthoritiesView(
                        frames.of(exchange, plain("authorities.title"), Section.AUTHORITIES),
                        cards,
                        targets(),
                        published,
                        mayPublish,
                        mayManage));
    }

    private List<TargetRow> targets() {
        return watch.targets().stream()
                .map(target -> TargetRow.of(target, moments))
                .toList();
    }

    private Reply publish(Exchange exchange) {
        String ca = exchange.variable("ca");
        try {
            return crls.publishNow(exchange.permit().require(Permission.PUBLISH_CRL), ca)
                    .map(crl -> Reply.seeOther("/authorities?published=" + crl.issuer()))
                    .orElseThrow(() ->
                            new ProblemException(Problem.notFound(plain("authorities.notFound", LogText.escape(ca)))));
        } catch (AuthorityOfflineException e) {
            throw new ProblemException(Problem.of(409, String.valueOf(e.getMessage())));
        } catch (CrlFaultException e) {
            throw new ProblemException(Problem.of(
                    500,
                    plain(
                            "authorities.crl.failed",
                            Optional.ofNullable(e.getMessage())
                                    .map(LogText::escape)
                                    .orElseGet(() -> plain("revocation.reason.unspecified.words")))));
        }
    }
}
