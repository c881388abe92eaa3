package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.Permission;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.authority.WantedAddresses;
import dev.chancery.core.ceremony.AddressOutcome;
import dev.chancery.core.ceremony.Addressing;
import dev.chancery.core.ceremony.CeremonyFaultException;
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
import dev.chancery.web.pages.view.AddressesView;
import java.util.List;

/** Where a CA's new certificates point: shown, tried, and changed after a look at what would change. */
final class AddressesPage {
    private final IssuerRegistry issuers;
    private final Addressing addressing;
    private final Frames frames;
    private final Templates templates;

    AddressesPage(IssuerRegistry issuers, Addressing addressing, Frames frames, Templates templates) {
        this.issuers = issuers;
        this.addressing = addressing;
        this.frames = frames;
        this.templates = templates;
    }

    List<Route> routes() {
        Access manage = Access.needs(Permission.MANAGE_AUTHORITIES);
        return List.of(
                Route.page(Method.GET, "/authorities/{ca}/addresses", manage, this::show),
                SentForm.route(
                        "/authorities/{ca}/addresses",
                        manage,
                        exchange -> send(exchange, true),
                        exchange -> send(exchange, false)));
    }

    private Reply show(Exchange exchange) {
        Issuer issuer = required(exchange);
        AddressesView view = view(exchange, issuer);
        return templates.show("addresses", exchange.query().text("saved").isPresent() ? view.saved() : view);
    }

    /** @param mayAct whether they are changed when the form says so */
    private Reply send(Exchange exchange, boolean mayAct) {
        Issuer issuer = required(exchange);
        Form form = exchange.form();
        WantedAddresses wanted = new WantedAddresses(lines(form, "crl"), lines(form, "caIssuers"), lines(form, "ocsp"));
        if (!mayAct || !form.text("step").filter("save"::equals).isPresent()) {
            return answer(exchange, issuer, wanted, addressing.rehearse(issuer.name(), wanted));
        }
        try {
            return addressing
                    .change(exchange.permit(), issuer.name(), wanted)
                    .fold(
                            settled -> Reply.seeOther("/authorities/" + issuer.name() + "/addresses?saved=yes"),
                            refused -> answer(exchange, issuer, wanted, refused));
        } catch (CeremonyFaultException e) {
            throw new ProblemException(Problem.of(409, String.valueOf(e.getMessage())));
        }
    }

    private Reply answer(Exchange exchange, Issuer issuer, WantedAddresses wanted, AddressOutcome outcome) {
        AddressesView view = view(exchange, issuer).asking(wanted);
        return outcome.fold(
                settled -> templates.show(200, "addresses", view.trying(settled)),
                refused -> templates.show(422, "addresses", view.refusing(refused.objections())));
    }

    private AddressesView view(Exchange exchange, Issuer issuer) {
        return AddressesView.of(
                frames.of(exchange, plain("authorities.addresses.title", issuer.name()), Section.AUTHORITIES), issuer);
    }

    private Issuer required(Exchange exchange) {
        String ca = exchange.variable("ca");
        return issuers.find(ca)
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound(plain("authorities.notFound", LogText.escape(ca)))));
    }

    /** One address a line; empty lines are none. */
    private static List<String> lines(Form form, String field) {
        return form.text(field)
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
