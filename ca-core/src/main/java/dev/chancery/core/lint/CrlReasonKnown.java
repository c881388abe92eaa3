package dev.chancery.core.lint;

import java.util.Optional;
import java.util.Set;

/** RFC 5280 says so, and decoders with an enumeration refuse 7. */
final class CrlReasonKnown extends CrlEntryRule {
    private static final int REMOVE_FROM_CRL = 8;
    private static final Set<Integer> KNOWN = Set.of(1, 2, 3, 4, 5, 6, 9, 10);

    CrlReasonKnown() {
        super(
                "crl-reason-known",
                Severity.ERROR,
                "RFC 5280 §5.3.1",
                "reasonCode",
                "A reason is 1 to 6, 9 or 10; unspecified (0) is left out, 7 does not exist.");
    }

    @Override
    Optional<String> judge(CrlEntry entry, boolean delta) {
        Optional<Integer> reason = entry.reasonCode();
        return reason.isEmpty() || reason.get() == REMOVE_FROM_CRL || KNOWN.contains(reason.get())
                ? fine()
                : wrong(entry.name() + " has the reason " + reason.get()
                        + (reason.get() == 0 ? ", which is said by leaving reasonCode out" : ""));
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
