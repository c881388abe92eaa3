package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

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
        String key = "revocation.reason." + reason.rfcName() + ".";
        return new ReasonWords(reason.rfcName(), plain(key + "words"), plain(key + "title"), plain(key + "help"));
    }
}
