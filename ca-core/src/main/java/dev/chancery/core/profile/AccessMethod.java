package dev.chancery.core.profile;

import java.util.Map;
import java.util.TreeMap;

/** What can be had at an address of subject information access (RFC 5280 §4.2.2.2), by name or by object identifier. */
public record AccessMethod(String oid) {
    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            "caRepository", "1.3.6.1.5.5.7.48.5",
            "timeStamping", "1.3.6.1.5.5.7.48.3"));

    /** They lead from a certificate to its issuer, not to its subject. */
    private static final Map<String, String> OF_ISSUER =
            Map.of("1.3.6.1.5.5.7.48.1", "OCSP", "1.3.6.1.5.5.7.48.2", "caIssuers");

    static final AccessMethod CA_REPOSITORY = of("caRepository");

    public AccessMethod {
        if (!Oid.valid(oid)) {
            throw new IllegalArgumentException(Quoted.of(oid) + " is no method; use an object identifier or one of "
                    + String.join(", ", NAMES.keySet()));
        }
        if (OF_ISSUER.containsKey(oid)) {
            throw new IllegalArgumentException(OF_ISSUER.get(oid) + " (" + oid
                    + ") says where something of the issuer is; write it under published-at, and here an object"
                    + " identifier or one of " + String.join(", ", NAMES.keySet()));
        }
    }

    /** By RFC name or dotted identifier. */
    public static AccessMethod of(String text) {
        return new AccessMethod(NAMES.getOrDefault(text.strip(), text.strip()));
    }

    /** The RFC name where there is one. */
    public String label() {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(oid))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(oid);
    }

    @Override
    public String toString() {
        return label();
    }
}
