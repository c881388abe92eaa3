package dev.chancery.server.backup;

import java.util.regex.Pattern;

/** What stands in a backup, by name. Everything else is refused, whoever made the archive. */
public final class BackupArchive {
    static final String FACTS = "backup.json";
    static final String SUMS = "SHA256SUMS";

    private static final Pattern NAMES = Pattern.compile("journal/[0-9]{12}\\.jsonl(\\.gz)?"
            + "|keys/passphrase|keys/[^/.][^/]*\\.p12"
            + "|chancery\\.yaml|(profiles|roles)/[^/.][^/]*\\.ya?ml"
            + "|crl/[^/.][^/]*\\.crl|tls/[^/.][^/]*"
            + "|backup\\.json|SHA256SUMS");

    private BackupArchive() {}

    /** Whether a file of that name, relative to the data directory, belongs into a backup. */
    static boolean holds(String name) {
        return NAMES.matcher(name).matches() && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\');
    }
}
