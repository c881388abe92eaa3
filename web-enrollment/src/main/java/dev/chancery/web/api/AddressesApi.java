package dev.chancery.web.api;

import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.authority.WantedAddresses;
import dev.chancery.core.ceremony.AddressOutcome.Settled;
import dev.chancery.core.ceremony.Addressing;
import dev.chancery.core.ceremony.CeremonyFaultException;
import dev.chancery.core.x509.Objection;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/authorities/{ca}/addresses}: where a CA's new certificates point. */
final class AddressesApi {
    private final IssuerRegistry issuers;
    private final Addressing addressing;

    AddressesApi(IssuerRegistry issuers, Addressing addressing) {
        this.issuers = issuers;
        this.addressing = addressing;
    }

    Reply replace(Exchange exchange) {
        JsonFields fields = JsonFields.of(exchange, "crlAddresses", "caIssuersAddresses", "ocspAddresses");
        WantedAddresses wanted = new WantedAddresses(
                required(fields, "crlAddresses"),
                required(fields, "caIssuersAddresses"),
                required(fields, "ocspAddresses"));
        String ca = exchange.variable("ca");
        if (issuers.find(ca).isEmpty()) {
            throw new ProblemException(Problem.notFound("There is no CA " + Values.quoted(ca) + "."));
        }
        try {
            return addressing
                    .change(exchange.permit(), ca, wanted)
                    .fold(settled -> Reply.json(200, json(ca, settled)), refused -> {
                        throw new ProblemException(Problem.of(422, refused.objections()));
                    });
        } catch (CeremonyFaultException e) {
            throw new ProblemException(Problem.of(409, String.valueOf(e.getMessage())));
        }
    }

    private static ObjectNode json(String ca, Settled settled) {
        ObjectNode node = addresses(Json.object().put("name", ca), settled.after());
        node.put("changed", settled.changes());
        addresses(node.putObject("before"), settled.before());
        settled.remarks().forEach(node.putArray("remarks")::add);
        return node;
    }

    private static ObjectNode addresses(ObjectNode node, PublicationAddresses addresses) {
        list(node, "crlAddresses", addresses.crl());
        list(node, "caIssuersAddresses", addresses.caIssuers());
        list(node, "ocspAddresses", addresses.ocsp());
        return node;
    }

    private static void list(ObjectNode node, String name, List<URI> addresses) {
        addresses.stream().map(URI::toString).forEach(node.putArray(name)::add);
    }

    /** All three, since what is left out of a PUT would be gone. */
    private static List<String> required(JsonFields fields, String name) {
        return fields.texts(name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        400,
                        Objection.of(
                                "member-missing",
                                name,
                                "The member \"" + name + "\" is missing. All three lists are replaced, so send all"
                                        + " three; an empty one means none."))));
    }
}
