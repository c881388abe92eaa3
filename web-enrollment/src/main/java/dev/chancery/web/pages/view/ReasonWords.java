package dev.chancery.web.pages.view;

import dev.chancery.core.x509.RevocationReason;
import java.util.List;

/**
 * A reason for revocation in words.
 *
 * @param value the RFC's name, for the form
 * @param words for status lines: {@code key compromise}
 * @param title what somebody says who has that reason
 * @param help what choosing it means
 */
public record ReasonWords(String value, String words, String title, String help) {

    /** Those that a person may choose for a server's certificate, most wanted first. */
    public static List<ReasonWords> choices() {
        return List.of(
                of(RevocationReason.SUPERSEDED),
                of(RevocationReason.CESSATION_OF_OPERATION),
                of(RevocationReason.KEY_COMPROMISE),
                of(RevocationReason.AFFILIATION_CHANGED),
                of(RevocationReason.PRIVILEGE_WITHDRAWN),
                of(RevocationReason.CERTIFICATE_HOLD),
                of(RevocationReason.UNSPECIFIED));
    }

    public static ReasonWords of(RevocationReason reason) {
        return switch (reason) {
            case UNSPECIFIED -> words(reason, "no reason given", "Another reason", "The list gives no reason.");
            case KEY_COMPROMISE ->
                words(
                        reason,
                        "key compromise",
                        "Somebody else may have the key",
                        "The key is barred for good: nobody gets a certificate for it again.");
            case CA_COMPROMISE ->
                words(reason, "CA compromise", "The CA's key is lost", "Only for the certificate of a CA.");
            case AFFILIATION_CHANGED ->
                words(
                        reason,
                        "names changed",
                        "The names belong to somebody else now",
                        "The server or its names moved to another owner.");
            case SUPERSEDED ->
                words(reason, "superseded", "It was replaced", "Another certificate is in use in its place.");
            case CESSATION_OF_OPERATION ->
                words(
                        reason,
                        "out of use",
                        "The server is gone",
                        "It was switched off, or was never put into service.");
            case CERTIFICATE_HOLD ->
                words(
                        reason,
                        "on hold",
                        "Hold it for now",
                        "Nobody trusts it until you release it. The only choice that can be taken back.");
            case PRIVILEGE_WITHDRAWN ->
                words(
                        reason,
                        "privilege withdrawn",
                        "It should not have been issued",
                        "Its owner may not use these names or this purpose.");
            case AA_COMPROMISE ->
                words(reason, "attribute authority compromise", "An attribute authority's key is lost", "Hardly used.");
        };
    }

    private static ReasonWords words(RevocationReason reason, String words, String title, String help) {
        return new ReasonWords(reason.rfcName(), words, title, help);
    }
}
