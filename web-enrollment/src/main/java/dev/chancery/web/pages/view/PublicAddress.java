package dev.chancery.web.pages.view;

import dev.chancery.core.authority.Issuer;
import dev.chancery.web.pages.view.OverviewView.Attention;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether validating servers can reach the addresses that stand in certificates, as far as the address tells. */
public final class PublicAddress {
    private PublicAddress() {}

    /** What to do about it; empty when there is nothing to say. */
    public static Optional<Attention> check(List<Issuer> issuers) {
        return issuers.stream()
                .flatMap(issuer -> issuer.addresses().crl().stream())
                .findFirst()
                .flatMap(PublicAddress::check);
    }

    private static Optional<Attention> check(URI address) {
        String host = address.getHost() == null ? "" : address.getHost();
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
            return Optional.of(attention(
                    "Only this computer can reach your revocation list.",
                    "Certificates point to " + host + ", which every other computer takes for itself."));
        }
        if (address.getPort() != -1 && address.getPort() != 80) {
            return Optional.of(attention(
                    "Validating servers may not reach your revocation list.",
                    "Certificates point to port " + address.getPort()
                            + "; Edge Servers fetch revocation lists from port 80 only."));
        }
        return Optional.empty();
    }

    private static Attention attention(String what, String why) {
        return new Attention(
                "warn",
                what,
                why,
                "Let port 80 of a name that everybody can resolve lead here, then start the server with that name, and"
                        + " replace the certificates that were issued before:",
                "",
                "./chancery serve --public-url http://pki.example.com");
    }
}
