package dev.chancery.core.authority;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What deserves a second look about addresses that may stand in certificates: words for people, never a refusal. */
public final class AddressRemarks {
    private static final int HTTP_PORT = 80;

    private final Issuer issuer;
    private final Set<String> knownHosts = new LinkedHashSet<>();

    private AddressRemarks(Issuer issuer) {
        this.issuer = issuer;
        PublicationAddresses now = issuer.addresses();
        List.of(now.crl(), now.caIssuers(), now.ocsp(), issuer.formerCrlAddresses())
                .forEach(list -> list.forEach(uri -> knownHosts.add(host(uri))));
    }

    /**
     * About these addresses in the certificates of that CA.
     *
     * @param issuer with the addresses that it has now
     */
    public static List<String> about(Issuer issuer, PublicationAddresses wanted) {
        return new AddressRemarks(issuer).about(wanted);
    }

    private List<String> about(PublicationAddresses wanted) {
        Set<String> remarks = new LinkedHashSet<>();
        String name = issuer.name();
        paths(wanted.crl(), Set.of("/crl/" + name + ".crl"), remarks);
        paths(wanted.caIssuers(), Set.of("/ca/" + name + ".crt", "/ca/" + name + ".p7c"), remarks);
        paths(wanted.ocsp(), Set.of("/ocsp", "/ocsp/"), remarks);
        List.of(wanted.crl(), wanted.caIssuers(), wanted.ocsp())
                .forEach(list -> list.forEach(uri -> reach(uri, remarks)));
        return new ArrayList<>(remarks);
    }

    private static void paths(List<URI> addresses, Set<String> served, Set<String> remarks) {
        for (URI address : addresses) {
            if (!served.contains(address.getRawPath())) {
                remarks.add(address + " is not served here: this server answers at the path "
                        + served.stream().sorted().findFirst().orElseThrow()
                        + ". See to it that somebody else serves the same octets there, always the newest.");
            }
        }
    }

    private void reach(URI address, Set<String> remarks) {
        if (!knownHosts.contains(host(address))) {
            remarks.add("The host " + address.getHost() + " is new for this CA. Before the next certificate is issued,"
                    + " see to it that the name leads here, or to a copy of what is served here.");
        }
        if (address.getPort() != -1 && address.getPort() != HTTP_PORT) {
            remarks.add(address + " names the port " + address.getPort()
                    + ". Validating servers that may use port 80 only will not reach it.");
        }
    }

    private static String host(URI address) {
        return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    }
}
