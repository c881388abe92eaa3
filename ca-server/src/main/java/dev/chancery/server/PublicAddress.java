package dev.chancery.server;

import dev.chancery.core.authority.Issuer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The address that certificates name, and what validating servers will make of it. */
final class PublicAddress {
    private static final int HTTP_PORT = 80;

    private PublicAddress() {}

    /** As configured, else {@code http://<host name>:<port>}, else loopback when bound there. */
    static URI choose(ServerSettings settings, int httpPort) {
        return settings.publicUrl()
                .orElseGet(() -> URI.create("http://"
                        + settings.bind().map(PublicAddress::boundHost).orElseGet(HostNames::publicName)
                        + (httpPort == HTTP_PORT ? "" : ":" + httpPort)));
    }

    /** What stands in certificates now, and why some servers may not reach it; empty when all is well. */
    static List<String> warnings(Issuer issuing, URI chosenNow) {
        List<String> warnings = new ArrayList<>();
        URI crl = issuing.addresses().crl().get(0);
        String host = Optional.ofNullable(crl.getHost()).orElse("");
        if (!HostNames.resolves(host)) {
            warnings.add("Certificates point to " + crl + ", and the name " + host
                    + " does not resolve on this machine. Servers that check revocation will refuse certificates whose"
                    + " revocation list they cannot fetch. Enter the name in DNS, or choose another address for new"
                    + " certificates with: ./chancery ca addresses " + issuing.name() + " --crl URL");
        } else if (crl.getPort() != -1 && crl.getPort() != HTTP_PORT) {
            warnings.add("Certificates point to port " + crl.getPort() + " (" + crl + "). Validating servers that may"
                    + " use port 80 only, Edge Servers for instance, will not reach this revocation list. For"
                    + " production start a CA with --http-port 80, or forward port 80 and say --public-url http://"
                    + host + ".");
        }
        boolean named = issuing.addresses().crl().stream()
                .map(address -> URI.create(address.toString().replaceFirst("/crl/[^/]*$", "")))
                .anyMatch(chosenNow::equals);
        if (!named) {
            URI base = URI.create(crl.toString().replaceFirst("/crl/[^/]*$", ""));
            warnings.add("This CA's certificates name " + base + ", and the server now answers at " + chosenNow
                    + ". The address in certificates stays as it was; make sure that it still leads here, or change it"
                    + " for new certificates with: ./chancery ca addresses " + issuing.name());
        }
        return warnings;
    }

    private static String boundHost(String bind) {
        if (HostNames.isLoopback(bind)) {
            return "127.0.0.1";
        }
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }
}
