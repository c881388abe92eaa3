package dev.chancery.web.api;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlChanges;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.web.crl.CrlHistory;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/authorities/{ca}/crls}: every CRL that was published, and what each changed. */
final class CrlHistoryApi {
    private static final int NEWEST = 100;
    private static final int NAMED = 1000;

    private final IssuerRegistry issuers;
    private final CrlArchive archive;
    private final CrlHistory history;

    CrlHistoryApi(IssuerRegistry issuers, CrlArchive archive, CrlHistory history) {
        this.issuers = issuers;
        this.archive = archive;
        this.history = history;
    }

    /** The newest hundred, newest first. */
    Reply list(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        ObjectNode body = Json.object();
        ArrayNode crls = body.putArray("crls");
        archive.list(ca(exchange), NEWEST)
                .forEach(entry -> crls.addObject()
                        .put("scope", entry.scope())
                        .put("number", entry.number().value())
                        .put("thisUpdate", entry.thisUpdate().toString())
                        .put("nextUpdate", entry.nextUpdate().toString())
                        .put("entries", entry.entries()));
        return Reply.json(200, body);
    }

    /** What a full CRL lists that the one before it did not, and the other way round. */
    Reply changes(Exchange exchange) {
        String ca = ca(exchange);
        CrlNumber number = number(exchange);
        CrlOctets crl = find(ca, number);
        ObjectNode body = Json.object()
                .put("number", number.value())
                .put("octets", crl.length())
                .put("sha256", crl.sha256().hex());
        Optional<CrlNumber> before = history.before(ca, number);
        before.ifPresent(previous -> {
            CrlChanges changes = CrlChanges.between(find(ca, previous), crl, NAMED);
            body.put("previous", previous.value());
            certificates(body.putObject("added"), changes.added());
            certificates(body.putObject("changed"), changes.changed());
            certificates(body.putObject("removed"), changes.removed());
        });
        return Reply.json(200, body);
    }

    Reply der(Exchange exchange) {
        return der(find(ca(exchange), number(exchange)));
    }

    Reply delta(Exchange exchange) {
        return der(find(CrlScope.Delta.publicationOf(ca(exchange)), number(exchange)));
    }

    Reply partition(Exchange exchange) {
        String ca = ca(exchange);
        String text = exchange.variable("partition");
        int partition = text.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(text) : 0;
        int partitions = issuers.find(ca).orElseThrow().partitions();
        if (partition < 1 || partition > partitions) {
            throw new ProblemException(Problem.notFound("The CA " + Values.quoted(ca) + " has no partition "
                    + Values.quoted(text) + ": it has " + (partitions == 0 ? "none" : "1 to " + partitions) + "."));
        }
        return der(find(CrlPartition.publication(ca, partition), number(exchange)));
    }

    private static Reply der(CrlOctets crl) {
        return Reply.stream(200, "application/pkix-crl", out -> crl.writeTo(Channels.newChannel(out)));
    }

    private static void certificates(ObjectNode node, CrlChanges.Certificates certificates) {
        node.put("count", certificates.count());
        ArrayNode serials = node.putArray("serials");
        certificates.first().forEach(serial -> serials.add(serial.hex()));
    }

    private String ca(Exchange exchange) {
        String name = exchange.variable("ca");
        return issuers.find(name)
                .map(Issuer::name)
                .orElseThrow(
                        () -> new ProblemException(Problem.notFound("There is no CA " + Values.quoted(name) + ".")));
    }

    private static CrlNumber number(Exchange exchange) {
        String text = exchange.variable("number");
        try {
            return new CrlNumber(new BigInteger(text));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.notFound("No CRL has the number " + Values.quoted(text) + ": it is a whole number."));
        }
    }

    private CrlOctets find(String publication, CrlNumber number) {
        return history.archived(publication, number)
                .orElseThrow(() -> new ProblemException(Problem.notFound(
                        "There is no CRL " + number + " of " + Values.quoted(publication) + " in the archive.")));
    }
}
