package dev.chancery.core.lint;

import java.util.Optional;

/** A rule about every entry of a CRL. It is asked once per entry, and no more after its first finding. */
abstract class CrlEntryRule extends Rule {
    CrlEntryRule(String id, Severity severity, String citation, String field, String text) {
        super(id, severity, citation, field, text);
    }

    /**
     * What is wrong, or empty.
     *
     * @param delta whether the CRL is a delta CRL
     */
    abstract Optional<String> judge(CrlEntry entry, boolean delta);
}
