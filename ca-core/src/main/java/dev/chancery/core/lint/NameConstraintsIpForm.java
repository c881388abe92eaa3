package dev.chancery.core.lint;

import java.util.Optional;

/** Other masks mean different networks to different verifiers. */
final class NameConstraintsIpForm extends ConstraintRule {
    NameConstraintsIpForm() {
        super(
                "name-constraints-ip-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.10",
                "A constraint on addresses is an address and a mask of leading ones, 8 or 32 octets.");
    }

    @Override
    Optional<String> judge(NameConstraints.Subtree subtree) {
        if (!subtree.base().ip()) {
            return fine();
        }
        byte[] octets = subtree.base().element().content();
        boolean good = octets.length == 8 || octets.length == 32;
        boolean ones = true;
        for (int bit = octets.length * 4; good && bit < octets.length * 8; bit++) {
            boolean one = (octets[bit / 8] & 0x80 >>> bit % 8) != 0;
            good = ones || !one;
            ones = one;
        }
        return good ? fine() : wrong("the network " + subtree.shown() + " is no address with a mask of leading ones");
    }
}
