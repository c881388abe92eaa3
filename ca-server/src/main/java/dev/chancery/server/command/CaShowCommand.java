package dev.chancery.server.command;

import dev.chancery.core.x509.Der;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.files.OutputFile;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Times;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chancery ca show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a CA, or writes its certificate to a file.",
        footer = {"", "Examples:", "  ./chancery ca show issuing", "  ./chancery ca show root --out root.pem"})
final class CaShowCommand extends OnlineCommand {
    @Parameters(paramLabel = "NAME", description = "Short name: root, issuing.")
    private String name = "";

    @Option(names = "--out", paramLabel = "FILE", description = "Write its certificate there, PEM.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replace an existing file.")
    private boolean force;

    CaShowCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        out.ifPresent(file -> new OutputFile(file, force).check());
    }

    @Override
    void run(ApiClient api, Screen screen) {
        Fields ca = Fields.of(answer(api, screen, ApiRequest.get("authorities", name)));
        out.ifPresent(file ->
                new OutputFile(file, force).writePublic(ca.text("certificate").getBytes(StandardCharsets.US_ASCII)));
        if (!json) {
            print(screen, ca);
            out.ifPresent(file -> screen.field("Written to", file.toString()));
        }
    }

    private void print(Screen screen, Fields ca) {
        Times times = here.times();
        screen.field("Name", ca.text("name"));
        screen.field("Subject", ca.text("subject"));
        screen.field("Valid from", times.both(ca.instant("notBefore")));
        screen.field("Ends", times.both(ca.instant("notAfter")));
        screen.field("Serial", ca.text("serial"));
        screen.field("SHA-256", Der.fromHex(ca.text("fingerprint")).colonHex());
        if (ca.flag("offline")) {
            screen.field("Key", "elsewhere: offline");
        }
        ca.optionalText("crlDue").ifPresent(due -> screen.note("Note: " + due));
        ca.optionalText("responderDue").ifPresent(due -> screen.note("Note: " + due));
        ca.texts("crlAddresses").forEach(address -> screen.field("CRL at", address));
        ca.texts("formerCrlAddresses").forEach(address -> screen.field("CRL also at", address + " (in older ones)"));
        ca.texts("caIssuersAddresses").forEach(address -> screen.field("Issuer at", address));
        ca.texts("ocspAddresses").forEach(address -> screen.field("OCSP at", address));
        ca.object("crl").ifPresent(crl -> {
            screen.field("CRL number", crl.text("number") + ", " + crl.text("entries") + " entries");
            screen.field("  published", times.both(crl.instant("thisUpdate")));
            screen.field("  next", times.both(crl.instant("nextPublish")));
            screen.field("  expires", times.both(crl.instant("nextUpdate")));
        });
        for (Fields partition : ca.objects("partitions")) {
            screen.field(
                    "Partition " + partition.text("number"),
                    partition
                            .object("crl")
                            .map(crl -> "CRL number " + crl.text("number") + ", " + crl.text("entries")
                                    + " entries, published " + times.both(crl.instant("thisUpdate")))
                            .orElse("no CRL yet"));
        }
        ca.object("outside").ifPresent(seen -> printSeen(screen, seen));
    }

    /** What this server found at its own public addresses. */
    private void printSeen(Screen screen, Fields seen) {
        screen.field("Checked", here.times().both(seen.instant("at")));
        for (Fields address : seen.objects("addresses")) {
            List<Fields> findings = address.objects("findings");
            if (findings.isEmpty() && address.text("kind").equals("partition")) {
                // Many of them: those that something is wrong with.
                continue;
            }
            screen.field(
                    "  " + words(address.text("kind")),
                    address.text("address") + (findings.isEmpty() ? ": in order" : ""));
            findings.forEach(finding -> screen.field("    " + finding.text("severity"), finding.text("message")));
        }
    }

    private static String words(String kind) {
        return switch (kind) {
            case "crl" -> "CRL";
            case "partition" -> "partition";
            case "caIssuers" -> "issuer";
            case "ocsp" -> "OCSP";
            default -> kind;
        };
    }
}
