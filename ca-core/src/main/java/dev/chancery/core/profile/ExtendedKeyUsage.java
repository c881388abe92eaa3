package dev.chancery.core.profile;

import java.util.Map;
import java.util.TreeMap;

/** A purpose (RFC 5280 §4.2.1.12), by name or by object identifier. */
public record ExtendedKeyUsage(String oid) {
    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            "serverAuth", "1.3.6.1.5.5.7.3.1",
            "clientAuth", "1.3.6.1.5.5.7.3.2",
            "codeSigning", "1.3.6.1.5.5.7.3.3",
            "emailProtection", "1.3.6.1.5.5.7.3.4",
            "timeStamping", "1.3.6.1.5.5.7.3.8",
            "OCSPSigning", "1.3.6.1.5.5.7.3.9"));

    private static final String ANY = "2.5.29.37.0";

    /** anyExtendedKeyUsage, enrolment agent, smart-card logon, PKINIT client and KDC (SECURITY.md rule 6). */
    private static final Map<String, String> REFUSED = Map.of(
            ANY,
            "anyExtendedKeyUsage",
            "1.3.6.1.4.1.311.20.2.1",
            "enrolment agent",
            "1.3.6.1.4.1.311.20.2.2",
            "smart-card logon",
            "1.3.6.1.5.2.3.4",
            "PKINIT client authentication",
            "1.3.6.1.5.2.3.5",
            "PKINIT KDC");

    public static final ExtendedKeyUsage SERVER_AUTH = of("serverAuth");
    public static final ExtendedKeyUsage OCSP_SIGNING = of("OCSPSigning");

    public ExtendedKeyUsage {
        if (!Oid.valid(oid)) {
            throw new IllegalArgumentException("\"" + oid + "\" is no object identifier");
        }
        if (REFUSED.containsKey(oid)) {
            throw new IllegalArgumentException("the purpose " + REFUSED.get(oid) + " (" + oid
                    + ") lets its holder act as others and is never issued (SECURITY.md rule 6)");
        }
    }

    /** By RFC name or dotted identifier. */
    public static ExtendedKeyUsage of(String text) {
        String found = "anyExtendedKeyUsage".equals(text.strip()) ? ANY : NAMES.get(text.strip());
        if (found == null && !text.strip().matches("[0-9.]+")) {
            throw new IllegalArgumentException("\"" + text + "\" is no purpose; use an object identifier or one of "
                    + String.join(", ", NAMES.keySet()));
        }
        return new ExtendedKeyUsage(found == null ? text.strip() : found);
    }

    /** The RFC name where there is one. */
    public String label() {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(oid))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(oid);
    }
}
