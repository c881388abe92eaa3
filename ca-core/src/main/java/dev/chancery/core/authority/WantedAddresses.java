package dev.chancery.core.authority;

import dev.chancery.core.x509.Objection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses that somebody wants in a CA's new certificates, as they wrote them. What is granted is a {@link
 * PublicationAddresses}.
 *
 * @param ocsp empty for none
 */
public record WantedAddresses(List<String> crl, List<String> caIssuers, List<String> ocsp) {
    /** A validating server tries one after the other and gives up before it has tried many. */
    public static final int MOST = 4;

    static final String CRL_FIELD = "crlAddresses";
    static final String CA_ISSUERS_FIELD = "caIssuersAddresses";
    static final String OCSP_FIELD = "ocspAddresses";

    private static final int LONGEST = 500;

    public WantedAddresses {
        crl = List.copyOf(crl);
        caIssuers = List.copyOf(caIssuers);
        ocsp = List.copyOf(ocsp);
    }

    /** What cannot stand in a certificate, and why; empty when all of it can. */
    public List<Objection> objections() {
        List<Objection> found = new ArrayList<>();
        judge(CRL_FIELD, crl, "where its revocation list is fetched (RFC 5280 §4.2.1.13)", found);
        judge(CA_ISSUERS_FIELD, caIssuers, "where its own certificate is fetched (RFC 5280 §4.2.2.1)", found);
        judge(OCSP_FIELD, ocsp, "", found);
        return found;
    }

    /** @throws IllegalArgumentException when there are objections */
    public PublicationAddresses granted() {
        List<Objection> objections = objections();
        if (!objections.isEmpty()) {
            throw new IllegalArgumentException(objections.get(0).message());
        }
        return new PublicationAddresses(uris(crl), uris(caIssuers), uris(ocsp));
    }

    /** @param purpose of an address that there must be; empty text where there may be none */
    private static void judge(String field, List<String> addresses, String purpose, List<Objection> found) {
        if (addresses.isEmpty() && !purpose.isEmpty()) {
            found.add(Objection.of(
                    "address-missing", field, "A CA needs at least one address " + purpose + ". Enter one."));
        }
        if (addresses.size() > MOST) {
            found.add(Objection.of(
                    "address-too-many",
                    field,
                    "There are " + addresses.size() + " addresses; at most " + MOST
                            + " make sense, since validating servers give up before they have tried more."));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < addresses.size(); i++) {
            String place = field + "[" + i + "]";
            String address = addresses.get(i);
            wrong(address)
                    .map(why -> Objection.of("address-form", place, "The address \"" + address + "\" " + why))
                    .ifPresent(found::add);
            if (!seen.add(address)) {
                found.add(Objection.of("address-twice", place, "The address \"" + address + "\" stands twice."));
            }
        }
    }

    private static Optional<String> wrong(String address) {
        if (address.length() > LONGEST) {
            return Optional.of("has " + address.length() + " characters; at most " + LONGEST + ".");
        }
        if (!address.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            return Optional.of("has a space, a control character or one outside of ASCII. Write the host as an A-label"
                    + " and percent-encode the path.");
        }
        try {
            return wrong(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.of("is no address: " + e.getReason() + " at character " + (e.getIndex() + 1) + ".");
        }
    }

    private static Optional<String> wrong(URI uri) {
        if ("https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("begins with https. Validating servers fetch it to find out whether to trust https, so"
                    + " it must be plain http (RFC 5280 §8): what is fetched is signed by the CA.");
        }
        if (!"http".equals(uri.getScheme())) {
            return Optional.of("does not begin with http://, the only kind that every validating server can fetch.");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            return Optional.of("has no host. Write http://HOST/PATH.");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("has a user name; nobody signs in to fetch it.");
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("has a fragment (#" + uri.getRawFragment() + "), which is never sent to a server.");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            return Optional.of("has the port " + uri.getPort() + "; ports are 1 to 65535.");
        }
        return uri.getRawPath().isEmpty() ? Optional.of("has no path. Write http://HOST/PATH.") : Optional.empty();
    }

    private static List<URI> uris(List<String> addresses) {
        return addresses.stream().map(URI::create).toList();
    }
}
