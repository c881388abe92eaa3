package dev.chancery.server.command;

import dev.chancery.core.crl.CrlNumber;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlReader;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.server.command.client.ApiAnswer;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.CrlEntries;
import dev.chancery.server.command.files.OutputFile;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Table;
import dev.chancery.server.command.report.Times;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code chancery crl show}: reads the CRL where validating servers read it. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches the published CRL as validating servers do, checks its signature, and shows it.",
            "It comes over plain HTTP; from a server named with --server over HTTPS."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery crl show",
            "  ./chancery crl show --ca root --out root.crl",
            "  ./chancery crl show --delta"
        })
final class CrlShowCommand extends OnlineCommand {
    @Option(names = "--ca", paramLabel = "NAME", description = "Short name. Default: ${DEFAULT-VALUE}")
    private String ca = "issuing";

    @Option(names = "--delta", description = "Show the delta CRL: what has changed since the last full one.")
    private boolean delta;

    @Option(names = "--entries", paramLabel = "N", description = "How many entries to show. Default: ${DEFAULT-VALUE}")
    private int entries = 20;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the CRL there as well, DER.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    CrlShowCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        if (!ca.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
            throw wrongUsage("--ca takes a CA's short name, such as issuing.");
        }
        out.ifPresent(file -> new OutputFile(file, force).check());
    }

    @Override
    void run(ApiClient api, Screen screen) {
        String path = "/crl/" + (delta ? CrlScope.Delta.publicationOf(ca) : ca) + ".crl";
        ApiAnswer answer = published(api, path);
        EncodedCertificate certificate = certificate(api);
        SignedCrl crl = read(answer, certificate, path);
        out.ifPresent(file ->
                new OutputFile(file, force).writePublic(crl.octets().der().unsafeOctets()));
        if (json) {
            screen.raw(json(crl, certificate).toString());
            return;
        }
        Times times = here.times();
        screen.field("CRL", api.server().publications().resolve(path).toString());
        screen.field("Issuer", certificate.subject().rfc4514() + " (its key signed this CRL)");
        screen.field("Number", crl.number().toString());
        base(crl).ifPresent(base -> screen.field("Changes since", "full CRL " + base));
        screen.field("This update", times.both(crl.thisUpdate()));
        screen.field("Next publish", times.both(crl.nextPublish()));
        screen.field("Next update", times.both(crl.nextUpdate()));
        screen.field("Entries", Integer.toString(crl.entries()));
        out.ifPresent(file -> screen.field("Written to", file.toString()));
        entries(screen, times, crl);
    }

    private static Optional<CrlNumber> base(SignedCrl crl) {
        return crl.scope() instanceof CrlScope.Delta found ? Optional.of(found.base()) : Optional.empty();
    }

    private void entries(Screen screen, Times times, SignedCrl crl) {
        List<CrlEntries.Entry> newest = CrlEntries.newest(crl.octets(), entries);
        if (newest.isEmpty()) {
            return;
        }
        Table table = new Table("SERIAL", "REVOKED", "REASON");
        newest.forEach(entry -> table.row(entry.serial(), times.both(entry.revokedAt()), entry.reason()));
        screen.line("");
        screen.table(table);
        if (newest.size() < crl.entries()) {
            screen.note("The newest " + newest.size() + " of " + crl.entries() + "; show more with --entries N.");
        }
    }

    private EncodedCertificate certificate(ApiClient api) {
        String path = "/ca/" + ca + ".crt";
        try {
            return new EncodedCertificate(published(api, path).body());
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.refused("What is at " + path + " is no certificate: " + e.getMessage());
        }
    }

    private static SignedCrl read(ApiAnswer answer, EncodedCertificate certificate, String path) {
        try {
            return CrlReader.read(certificate.subject().shortName(), certificate, CrlOctets.of(answer.body()));
        } catch (IllegalArgumentException e) {
            throw CommandFailedException.refused("What is at " + path + " must not be believed: " + e.getMessage());
        }
    }

    private static ApiAnswer published(ApiClient api, String path) {
        ApiAnswer answer = api.publication(path);
        if (!answer.good()) {
            throw CommandFailedException.refused(api.server().publications().resolve(path) + " answered "
                    + answer.status() + ". Which CAs are there: ./chancery ca list");
        }
        return answer;
    }

    private ObjectNode json(SignedCrl crl, EncodedCertificate certificate) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        base(crl).ifPresent(base -> node.put("base", base.value()));
        return node.put("ca", ca)
                .put("issuer", certificate.subject().rfc4514())
                .put("number", crl.number().value())
                .put("thisUpdate", crl.thisUpdate().toString())
                .put("nextPublish", crl.nextPublish().toString())
                .put("nextUpdate", crl.nextUpdate().toString())
                .put("entries", crl.entries())
                .put("sha256", crl.octets().sha256().hex());
    }
}
