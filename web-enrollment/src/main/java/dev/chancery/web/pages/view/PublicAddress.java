package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

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
            return Optional.of(attention(plain("overview.address.local"), plain("overview.address.local.why", host)));
        }
        if (address.getPort() != -1 && address.getPort() != 80) {
            return Optional.of(
                    attention(plain("overview.address.port"), plain("overview.address.port.why", address.getPort())));
        }
        return Optional.empty();
    }

    private static Attention attention(String what, String why) {
        return new Attention(
                "warn",
                what,
                why,
                plain("overview.address.next"),
                "",
                "./chancery serve --public-url http://pki.example.com");
    }
}
