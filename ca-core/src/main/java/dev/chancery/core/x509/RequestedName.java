package dev.chancery.core.x509;

/**
 * A name as somebody asked for it, unjudged: it may hold anything.
 *
 * @param kind which GeneralName it claims to be
 * @param text the value as text; for kinds that have none, a description
 * @param field where it stood: {@code csr}, {@code dns[0]}, {@code ip[2]}, {@code names[3]}
 */
public record RequestedName(Kind kind, String text, String field) {
    /** The nine GeneralName alternatives of RFC 5280 §4.2.1.6, with the one otherName that has a meaning here. */
    public enum Kind {
        DNS,
        IP,
        EMAIL,
        URI,
        UPN,
        OTHER_NAME,
        X400_ADDRESS,
        DIRECTORY_NAME,
        EDI_PARTY_NAME,
        REGISTERED_ID
    }

    public static RequestedName dns(String text, String field) {
        return new RequestedName(Kind.DNS, text, field);
    }

    public static RequestedName ip(String text, String field) {
        return new RequestedName(Kind.IP, text, field);
    }
}
