package dev.chancery.web.api;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.AuthorityOfflineException;
import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlFaultException;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.keys.SignatureMeasurement;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.crl.PublicationWatch;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/authorities}: the CAs, and their CRLs. */
final class AuthoritiesApi {
    private final IssuerRegistry issuers;
    private final CrlPublication crls;
    private final PublicationWatch watch;

    AuthoritiesApi(IssuerRegistry issuers, CrlPublication crls, PublicationWatch watch) {
        this.issuers = issuers;
        this.crls = crls;
        this.watch = watch;
    }

    Reply list(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        ObjectNode body = Json.object();
        ArrayNode authorities = body.putArray("authorities");
        issuers.all().forEach(issuer -> authorities.add(json(issuer)));
        return Reply.json(200, body);
    }

    Reply show(Exchange exchange) {
        return Reply.json(200, json(find(exchange)));
    }

    Reply crl(Exchange exchange) {
        Issuer issuer = find(exchange);
        return crls.current(issuer.name())
                .map(crl -> Reply.json(200, json(crl)))
                .orElseThrow(() -> new ProblemException(
                        Problem.notFound("The CA " + issuer.name() + " has not published a CRL yet.")));
    }

    Reply publish(Exchange exchange) {
        JsonFields.of(exchange);
        Requester actor = exchange.permit().require(Permission.PUBLISH_CRL);
        Issuer issuer = find(exchange);
        try {
            return crls.publishNow(actor, issuer.name())
                    .map(crl -> Reply.json(200, json(crl)))
                    .orElseThrow(() -> unknown(issuer.name()));
        } catch (AuthorityOfflineException e) {
            throw new ProblemException(Problem.of(409, String.valueOf(e.getMessage())));
        } catch (CrlFaultException e) {
            throw new ProblemException(notPublished(e));
        }
    }

    /** A disk that takes nothing now may do so later; a CRL that was thrown away is a fault. */
    private static Problem notPublished(CrlFaultException e) {
        String detail = "The CRL was not published, and the one before stays in force: " + e.getMessage();
        return e.getCause() instanceof IOException
                ? Problem.of(503, detail).with("Retry-After", "60")
                : Problem.of(500, detail);
    }

    Reply fetchers(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        return Reply.json(200, PublicationJson.fetchers(watch, find(exchange).name()));
    }

    Reply targets(Exchange exchange) {
        KnownNames.check("query parameter", exchange.query().names(), List.of());
        return Reply.json(200, PublicationJson.targets(watch.targets()));
    }

    private Issuer find(Exchange exchange) {
        String name = exchange.variable("ca");
        return issuers.find(name).orElseThrow(() -> unknown(name));
    }

    private ProblemException unknown(String name) {
        List<String> known = issuers.all().stream().map(Issuer::name).toList();
        return new ProblemException(Problem.notFound(
                "There is no CA " + Values.quoted(name) + "; there are " + String.join(", ", known) + "."));
    }

    private ObjectNode json(Issuer issuer) {
        EncodedCertificate certificate = issuer.certificate();
        ObjectNode node = Json.object()
                .put("name", issuer.name())
                .put("subject", certificate.subject().rfc4514())
                .put("serial", certificate.serial().hex())
                .put("notBefore", certificate.validity().notBefore().toString())
                .put("notAfter", certificate.validity().notAfter().toString())
                .put("root", certificate.selfIssued())
                .put("offline", issuer.offline())
                .put("fingerprint", certificate.fingerprint().hex())
                .put("certificate", certificate.pem())
                .put("chain", CertificateJson.pem(issuer.chain()));
        addresses(node.putArray("crlAddresses"), issuer.addresses().crl());
        addresses(node.putArray("caIssuersAddresses"), issuer.addresses().caIssuers());
        addresses(node.putArray("ocspAddresses"), issuer.addresses().ocsp());
        addresses(node.putArray("formerCrlAddresses"), issuer.formerCrlAddresses());
        partitions(node.putArray("partitions"), issuer);
        signer(node.putObject("signer"), issuer);
        crls.current(issuer.name()).ifPresent(crl -> node.set("crl", json(crl)));
        crls.due(issuer.name()).ifPresent(due -> node.put("crlDue", due));
        crls.responderDue(issuer.name()).ifPresent(due -> node.put("responderDue", due));
        watch.seen(issuer.name()).ifPresent(seen -> node.set("outside", PublicationJson.seen(seen)));
        return node;
    }

    /** Each with where new certificates of it find its CRL, and the one in force. */
    private void partitions(ArrayNode array, Issuer issuer) {
        for (int number = 1; number <= issuer.partitions(); number++) {
            int partition = number;
            ObjectNode one = array.addObject().put("number", partition);
            addresses(
                    one.putArray("crlAddresses"),
                    issuer.addresses().crl().stream()
                            .map(full -> CrlPartition.address(full, partition))
                            .toList());
            crls.current(issuer.name(), OptionalInt.of(partition)).ifPresent(crl -> one.set("crl", json(crl)));
        }
    }

    /** Who signs, and what a signature takes with each provider that was tried. */
    private static void signer(ObjectNode node, Issuer issuer) {
        node.put("provider", issuer.signer());
        ArrayNode measured = node.putArray("measured");
        issuer.measurement()
                .map(SignatureMeasurement::candidates)
                .orElse(List.of())
                .forEach(candidate -> {
                    ObjectNode one = measured.addObject()
                            .put("provider", candidate.provider())
                            .put("version", candidate.version());
                    candidate.sign().ifPresent(time -> one.put("signNanoseconds", time.toNanos()));
                    candidate.verify().ifPresent(time -> one.put("verifyNanoseconds", time.toNanos()));
                    candidate.trouble().ifPresent(why -> one.put("trouble", why));
                });
    }

    private static void addresses(ArrayNode array, List<URI> addresses) {
        addresses.forEach(address -> array.add(address.toString()));
    }

    static ObjectNode json(SignedCrl crl) {
        return Json.object()
                .put("issuer", crl.issuer())
                .put("number", crl.number().value())
                .put("thisUpdate", crl.thisUpdate().toString())
                .put("nextUpdate", crl.nextUpdate().toString())
                .put("nextPublish", crl.nextPublish().toString())
                .put("entries", crl.entries())
                .put("sha256", crl.octets().sha256().hex());
    }
}
