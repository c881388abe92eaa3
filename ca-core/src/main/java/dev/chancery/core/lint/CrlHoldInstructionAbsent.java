package dev.chancery.core.lint;

import java.util.Optional;

/** The extension was dropped from the Internet profile; nothing looks at it. */
final class CrlHoldInstructionAbsent extends CrlEntryRule {
    CrlHoldInstructionAbsent() {
        super(
                "crl-hold-instruction-absent",
                Severity.ERROR,
                "RFC 5280 §5.3",
                "holdInstructionCode",
                "No entry has a hold instruction.");
    }

    @Override
    Optional<String> judge(CrlEntry entry, boolean delta) {
        return entry.extension(ObjectIdentifiers.HOLD_INSTRUCTION).isPresent()
                ? wrong(entry.name() + " has a hold instruction (2.5.29.23)")
                : fine();
    }
}
