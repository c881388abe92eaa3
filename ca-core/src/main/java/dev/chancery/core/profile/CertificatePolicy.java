package dev.chancery.core.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A policy under which the certificate is issued (RFC 5280 §4.2.1.4). Carries no rights here.
 *
 * @param oid dotted
 * @param cps where the certification practice statement can be read
 * @param notice a text for whoever relies on the certificate, at most 200 characters
 */
public record CertificatePolicy(String oid, Optional<String> cps, Optional<String> notice) {
    /** With anyPolicy a certificate claims every policy that there is (RFC 5280 §4.2.1.4). */
    static final String ANY = "2.5.29.32.0";

    private static final int LONGEST_NOTICE = 200;

    public CertificatePolicy {
        Oid.check("oid", oid);
        cps.ifPresent(CertificatePolicy::checkAddress);
        notice.ifPresent(CertificatePolicy::checkNotice);
    }

    /** The identifier alone. */
    public static CertificatePolicy brief(String oid) {
        try {
            return new CertificatePolicy(oid.strip(), Optional.empty(), Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()).replaceFirst("^oid: ", ""), e);
        }
    }

    boolean isAny() {
        return oid.equals(ANY);
    }

    private static void checkAddress(String text) {
        try {
            URI address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null && text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
                return;
            }
        } catch (URISyntaxException e) {
            // The message below says what is expected.
        }
        throw new IllegalArgumentException(
                "cps: " + Quoted.of(text) + " is no web address, such as https://pki.example.com/cps.html");
    }

    private static void checkNotice(String text) {
        if (text.isBlank()
                || text.length() > LONGEST_NOTICE
                || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("notice: is 1 to " + LONGEST_NOTICE
                    + " characters on one line (RFC 5280 §4.2.1.4), not " + text.length());
        }
    }
}
