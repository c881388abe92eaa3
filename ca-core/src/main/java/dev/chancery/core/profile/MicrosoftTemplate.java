package dev.chancery.core.profile;

import java.util.Optional;

/**
 * The template that Windows believes a certificate was made from (MS-WCCE §2.2.2.7.7.2). For software that looks for it;
 * it carries no rights here.
 *
 * @param oid of the template
 * @param majorVersion 0 to 4294967295; a minor version needs it
 */
public record MicrosoftTemplate(String oid, Optional<Long> majorVersion, Optional<Long> minorVersion) {
    private static final long MOST = 0xffff_ffffL;

    public MicrosoftTemplate {
        Oid.check("oid", oid);
        check("major-version", majorVersion);
        check("minor-version", minorVersion);
        if (minorVersion.isPresent() && majorVersion.isEmpty()) {
            throw new IllegalArgumentException(
                    "minor-version: stands only behind a major-version; write one, 0 to " + MOST);
        }
    }

    private static void check(String key, Optional<Long> version) {
        if (version.filter(number -> number < 0 || number > MOST).isPresent()) {
            throw new IllegalArgumentException(key + ": is 0 to " + MOST + ", not " + version.get());
        }
    }
}
