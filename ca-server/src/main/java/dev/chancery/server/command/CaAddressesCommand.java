package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code chancery ca addresses}. */
@Command(
        name = "addresses",
        mixinStandardHelpOptions = true,
        description = {
            "Shows where the new certificates of a CA point, or changes it. What is not named stays as it is.",
            "Certificates that are out keep their addresses, and the server goes on answering there."
        },
        footer = {
            "",
            "Examples:",
            "  ./chancery ca addresses issuing",
            "  ./chancery ca addresses issuing \\",
            "             --crl http://crl.example.com/crl/issuing.crl \\",
            "             --crl http://crl2.example.com/crl/issuing.crl",
            "  ./chancery ca addresses issuing --no-ocsp"
        })
final class CaAddressesCommand extends OnlineCommand {
    @Parameters(paramLabel = "NAME", description = "Short name: root, issuing.")
    private String name = "";

    @Option(
            names = "--crl",
            paramLabel = "URL",
            description = "Where its revocation list is, http; repeat it for up to 4, the first one asked first.")
    private List<String> crl = List.of();

    @Option(names = "--ca-issuers", paramLabel = "URL", description = "Where its own certificate is, http; up to 4.")
    private List<String> caIssuers = List.of();

    @Option(names = "--ocsp", paramLabel = "URL", description = "Where OCSP is answered, http; up to 4.")
    private List<String> ocsp = List.of();

    @Option(names = "--no-ocsp", description = "New certificates name no OCSP responder.")
    private boolean noOcsp;

    CaAddressesCommand(Surroundings here) {
        super(here);
    }

    @Override
    void checkUsage() {
        if (noOcsp && !ocsp.isEmpty()) {
            throw wrongUsage("--ocsp and --no-ocsp contradict each other; leave one away.");
        }
    }

    @Override
    void run(ApiClient api, Screen screen) {
        boolean only = crl.isEmpty() && caIssuers.isEmpty() && ocsp.isEmpty() && !noOcsp;
        if (only) {
            ask(api, screen, ApiRequest.get("authorities", name), ca -> print(screen, ca));
            return;
        }
        Fields now = Fields.of(quietly(api, ApiRequest.get("authorities", name)));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        list(body, "crlAddresses", crl, now);
        list(body, "caIssuersAddresses", caIssuers, now);
        if (noOcsp) {
            body.putArray("ocspAddresses");
        } else {
            list(body, "ocspAddresses", ocsp, now);
        }
        ask(api, screen, ApiRequest.put(body, "authorities", name, "addresses"), changed -> {
            screen.line(
                    changed.flag("changed")
                            ? "The next certificate of the CA " + name + " carries these addresses:"
                            : "Nothing changed; these are the addresses of the CA " + name + " already:");
            print(screen, changed);
            changed.texts("remarks").forEach(remark -> screen.note("Note: " + remark));
        });
    }

    private static void list(ObjectNode body, String member, List<String> wanted, Fields now) {
        (wanted.isEmpty() ? now.texts(member) : wanted).forEach(body.putArray(member)::add);
    }

    private static void print(Screen screen, Fields ca) {
        ca.texts("crlAddresses").forEach(address -> screen.field("CRL at", address));
        ca.texts("caIssuersAddresses").forEach(address -> screen.field("Issuer at", address));
        ca.texts("ocspAddresses").forEach(address -> screen.field("OCSP at", address));
        ca.texts("formerCrlAddresses").forEach(address -> screen.field("CRL also at", address + " (in older ones)"));
    }
}
