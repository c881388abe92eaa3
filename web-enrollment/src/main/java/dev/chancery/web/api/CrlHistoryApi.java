package dev.chancery.web.api;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlArchive;
import dev.chancery.core.crl.CrlChanges;
import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.journal.CrlDifference;
import dev.chancery.web.crl.CrlHistory;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Parameters;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.math.BigInteger;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/authorities/{ca}/crls}: every CRL that was published, and what each changed. */
final class CrlHistoryApi {
    private static final int NEWEST = 100;
    private static final int MOST = 1000;
    private static final int NAMED = 1000;

    private final IssuerRegistry issuers;
    private final CrlArchive archive;
    private final CrlHistory history;

    CrlHistoryApi(IssuerRegistry issuers, CrlArchive archive, CrlHistory history) {
        this.issuers = issuers;
        this.archive = archive;
        this.history = history;
    }

    /** Of all kinds the newest; of one scope all, page by page. */
    Reply list(Exchange exchange) {
        Parameters query = exchange.query();
        KnownNames.check("query parameter", query.names(), List.of("scope", "below", "limit"));
        String ca = ca(exchange);
        int limit = Values.limit(query, NEWEST, MOST);
        ObjectNode body = Json.object();
        List<CrlArchive.Entry> found;
        if (query.has("scope")) {
            Optional<CrlNumber> below = query.text("below").map(CrlHistoryApi::number);
            found = archive.page(ca, query.text("scope").orElseThrow(), below, limit + 1);
        } else {
            found = archive.list(ca, limit);
        }
        List<CrlArchive.Entry> page = found.subList(0, Math.min(limit, found.size()));
        ArrayNode crls = body.putArray("crls");
        page.forEach(entry -> CrlJson.entry(entry, crls.addObject()));
        if (found.size() > limit) {
            body.put("next", page.get(limit - 1).number().toString());
        }
        return Reply.json(200, body);
    }

    /** What a full CRL lists that the one before it did not, and the other way round: from the files, or else as recorded. */
    Reply changes(Exchange exchange) {
        String ca = ca(exchange);
        CrlNumber number = number(exchange.variable("number"));
        Optional<CrlArchive.Entry> recorded = archive.find(ca, ca, number);
        Optional<CrlOctets> crl = history.archived(ca, number);
        if (recorded.isEmpty() && crl.isEmpty()) {
            throw absent(ca, number);
        }
        ObjectNode body = Json.object().put("number", number.value());
        crl.ifPresent(file -> body.put("octets", file.length()));
        body.put(
                "sha256",
                recorded.map(CrlArchive.Entry::sha256)
                        .orElseGet(() -> crl.orElseThrow().sha256())
                        .hex());
        recorded.flatMap(CrlArchive.Entry::fileRemoved).ifPresent(at -> body.put("fileRemoved", at.toString()));
        crl.flatMap(file -> fromFiles(ca, number, file))
                .or(() -> recorded.flatMap(CrlArchive.Entry::difference))
                .ifPresent(difference -> CrlJson.difference(difference, body));
        return Reply.json(200, body);
    }

    private Optional<CrlDifference> fromFiles(String ca, CrlNumber number, CrlOctets crl) {
        return history.before(ca, number)
                .flatMap(previous -> history.archived(ca, previous).flatMap(before -> compared(previous, before, crl)));
    }

    private static Optional<CrlDifference> compared(CrlNumber previous, CrlOctets before, CrlOctets crl) {
        try {
            return Optional.of(CrlChanges.between(previous, before, crl, NAMED));
        } catch (IllegalArgumentException e) {
            // Software of others made one of them.
            return Optional.empty();
        }
    }

    Reply der(Exchange exchange) {
        String ca = ca(exchange);
        return der(ca, ca, exchange);
    }

    Reply delta(Exchange exchange) {
        String ca = ca(exchange);
        return der(CrlScope.Delta.publicationOf(ca), CrlScope.Delta.sequenceOf(ca), exchange);
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
        return der(CrlPartition.publication(ca, partition), CrlScope.Partition.sequenceOf(ca, partition), exchange);
    }

    private Reply der(String publication, String scope, Exchange exchange) {
        CrlNumber number = number(exchange.variable("number"));
        CrlOctets crl = history.archived(publication, number)
                .orElseThrow(() -> archive.find(ca(exchange), scope, number)
                        .flatMap(CrlArchive.Entry::fileRemoved)
                        .map(at -> deleted(publication, number, at))
                        .orElseGet(() -> absent(publication, number)));
        return Reply.stream(200, "application/pkix-crl", out -> crl.writeTo(Channels.newChannel(out)));
    }

    private String ca(Exchange exchange) {
        String name = exchange.variable("ca");
        return issuers.find(name)
                .map(Issuer::name)
                .orElseThrow(
                        () -> new ProblemException(Problem.notFound("There is no CA " + Values.quoted(name) + ".")));
    }

    private static CrlNumber number(String text) {
        try {
            return new CrlNumber(new BigInteger(text));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.notFound("No CRL has the number " + Values.quoted(text) + ": it is a whole number."));
        }
    }

    private static ProblemException absent(String publication, CrlNumber number) {
        return new ProblemException(Problem.notFound(
                "There is no CRL " + number + " of " + Values.quoted(publication) + " in the archive."));
    }

    private static ProblemException deleted(String publication, CrlNumber number, Instant at) {
        return new ProblemException(Problem.notFound(
                "The file of CRL " + number + " of " + Values.quoted(publication) + " was deleted from the archive at "
                        + at + ", as the settings crl.archive say. What it changed is still recorded."));
    }
}
