package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;

/** The object identifiers that rules name, dotted, and their decoding (X.690 §8.19). */
final class ObjectIdentifiers {
    static final String COMMON_NAME = "2.5.4.3";
    static final String COUNTRY = "2.5.4.6";
    static final String EMAIL_ADDRESS = "1.2.840.113549.1.9.1";

    static final String CHALLENGE_PASSWORD = "1.2.840.113549.1.9.7";
    static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";
    static final String MICROSOFT_EXTENSION_REQUEST = "1.3.6.1.4.1.311.2.1.14";
    static final String MICROSOFT_CLIENT_INFORMATION = "1.3.6.1.4.1.311.21.20";

    static final String SUBJECT_DIRECTORY_ATTRIBUTES = "2.5.29.9";

    static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    static final String KEY_USAGE = "2.5.29.15";
    static final String PRIVATE_KEY_USAGE_PERIOD = "2.5.29.16";
    static final String SUBJECT_ALT_NAME = "2.5.29.17";
    static final String ISSUER_ALT_NAME = "2.5.29.18";
    static final String BASIC_CONSTRAINTS = "2.5.29.19";
    static final String CRL_NUMBER = "2.5.29.20";
    static final String CRL_REASON = "2.5.29.21";
    static final String HOLD_INSTRUCTION = "2.5.29.23";
    static final String INVALIDITY_DATE = "2.5.29.24";
    static final String DELTA_CRL_INDICATOR = "2.5.29.27";
    static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    static final String CERTIFICATE_ISSUER = "2.5.29.29";
    static final String NAME_CONSTRAINTS = "2.5.29.30";
    static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    static final String CERTIFICATE_POLICIES = "2.5.29.32";
    static final String ANY_POLICY = "2.5.29.32.0";
    static final String POLICY_MAPPINGS = "2.5.29.33";
    static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    static final String POLICY_CONSTRAINTS = "2.5.29.36";
    static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    static final String FRESHEST_CRL = "2.5.29.46";
    static final String INHIBIT_ANY_POLICY = "2.5.29.54";
    static final String NO_REV_AVAIL = "2.5.29.56";
    static final String EXPIRED_CERTS_ON_CRL = "2.5.29.60";
    static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    static final String SUBJECT_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.11";
    static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";
    static final String POLICY_CPS = "1.3.6.1.5.5.7.2.1";
    static final String POLICY_NOTICE = "1.3.6.1.5.5.7.2.2";
    static final String OCSP_NONCE = "1.3.6.1.5.5.7.48.1.2";
    static final String OCSP_EXTENDED_REVOKE = "1.3.6.1.5.5.7.48.1.9";
    static final String OCSP_NOCHECK = "1.3.6.1.5.5.7.48.1.5";
    static final String SCT_LIST = "1.3.6.1.4.1.11129.2.4.2";
    /** The arc of Netscape's certificate extensions. */
    static final String NETSCAPE = "2.16.840.1.113730.1.";

    static final String MICROSOFT_CA_VERSION = "1.3.6.1.4.1.311.21.1";
    static final String MICROSOFT_NEXT_PUBLISH = "1.3.6.1.4.1.311.21.4";
    static final String MICROSOFT_APPLICATION_POLICIES = "1.3.6.1.4.1.311.21.10";
    static final String MICROSOFT_TEMPLATE = "1.3.6.1.4.1.311.21.7";
    static final String MICROSOFT_SID = "1.3.6.1.4.1.311.25.2";

    static final String ACCESS_OCSP = "1.3.6.1.5.5.7.48.1";
    static final String ACCESS_CA_ISSUERS = "1.3.6.1.5.5.7.48.2";
    static final String ACCESS_CA_REPOSITORY = "1.3.6.1.5.5.7.48.5";
    static final String SRV_NAME = "1.3.6.1.5.5.7.8.7";
    static final String SMTP_UTF8_MAILBOX = "1.3.6.1.5.5.7.8.9";
    static final String USER_PRINCIPAL_NAME = "1.3.6.1.4.1.311.20.2.3";

    static final String ANY_PURPOSE = "2.5.29.37.0";
    static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
    static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    private ObjectIdentifiers() {}

    /** Dotted text of the content octets from {@code from} on. */
    static String dotted(DerCursor element, int from) {
        String known = from == 0 ? KnownIdentifiers.find(element) : null;
        return known == null ? spellOut(element, from) : known;
    }

    /** Any other, arc by arc. */
    static String spellOut(DerCursor element, int from) {
        StringBuilder text = new StringBuilder(24);
        long arc = 0;
        boolean inArc = false;
        for (int i = from; i < element.contentLength(); i++) {
            int octet = element.octet(i);
            if (arc >>> 56 != 0) {
                throw new UnreadableException(
                        "an object identifier has an arc beyond 63 bits, at octet " + element.offset());
            }
            arc = arc << 7 | octet & 0x7f;
            inArc = (octet & 0x80) != 0;
            if (!inArc) {
                append(text, arc);
                arc = 0;
            }
        }
        if (inArc || text.length() == 0) {
            throw new UnreadableException("an object identifier is cut short, at octet " + element.offset());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long arc) {
        if (text.length() == 0) {
            long first = Math.min(arc / 40, 2);
            text.append(first).append('.').append(arc - first * 40);
        } else {
            text.append('.').append(arc);
        }
    }
}
