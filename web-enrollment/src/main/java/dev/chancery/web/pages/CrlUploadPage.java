package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.web.crl.CrlBody;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Form;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import dev.chancery.web.http.Route;
import dev.chancery.web.pages.Frames.Section;
import dev.chancery.web.pages.view.CrlRow;
import dev.chancery.web.pages.view.CrlUploadView;
import dev.chancery.web.pages.view.Moments;
import java.util.List;
import java.util.Optional;

/** Brings in the revocation list of an offline CA. */
final class CrlUploadPage {
    private static final String PATH = "/authorities/{ca}/crl/upload";

    private final IssuerRegistry issuers;
    private final CrlPublication crls;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates;

    CrlUploadPage(IssuerRegistry issuers, CrlPublication crls, Moments moments, Frames frames, Templates templates) {
        this.issuers = issuers;
        this.crls = crls;
        this.moments = moments;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access publish = Access.needs(Permission.PUBLISH_CRL);
        return List.of(
                Route.page(Method.GET, PATH, publish, exchange -> show(exchange, 200, required(exchange), List.of())),
                Route.page(Method.POST, PATH, publish, this::upload));
    }

    private Reply upload(Exchange exchange) {
        Requester actor = exchange.permit().require(Permission.PUBLISH_CRL);
        Issuer issuer = required(exchange);
        Optional<Form.Upload> file = exchange.form().upload("crl");
        if (file.isEmpty()) {
            return show(exchange, 422, issuer, List.of(plain("authorities.upload.choose")));
        }
        try {
            return crls.upload(actor, issuer.name(), CrlBody.read(file.get().octets()))
                    .orElseThrow()
                    .fold(
                            accepted -> Reply.seeOther("/authorities?published=" + issuer.name()),
                            refused -> show(
                                    exchange,
                                    422,
                                    issuer,
                                    refused.objections().stream()
                                            .map(one -> said(one.message()))
                                            .toList()));
        } catch (IllegalArgumentException e) {
            return show(exchange, 422, issuer, List.of(String.valueOf(e.getMessage())));
        }
    }

    private Reply show(Exchange exchange, int status, Issuer issuer, List<String> errors) {
        return templates.show(
                status,
                "crl-upload",
                new CrlUploadView(
                        frames.of(exchange, plain("authorities.upload.title", issuer.name()), Section.AUTHORITIES),
                        issuer.name(),
                        issuer.certificate().subject().shortName(),
                        issuer.offline(),
                        crls.current(issuer.name()).map(crl -> CrlRow.of(crl, moments)),
                        crls.due(issuer.name()).orElse(""),
                        errors));
    }

    private Issuer required(Exchange exchange) {
        String ca = exchange.variable("ca");
        return issuers.find(ca)
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound(plain("authorities.notFound", LogText.escape(ca)))));
    }
}
