package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** 8 and 32 octets are address and mask, which belong into name constraints. */
final class IpLength extends NamesRule {
    IpLength() {
        super("san-ip-length", Severity.ERROR, "RFC 5280 §4.2.1.6", "An IP address has 4 or 16 octets.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            int octets = name.element().contentLength();
            if (name.ip() && octets != 4 && octets != 16) {
                return wrong("an IP address has " + octets + " octets");
            }
        }
        return fine();
    }
}
