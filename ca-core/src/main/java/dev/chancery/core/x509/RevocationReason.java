package dev.chancery.core.x509;

import java.util.Arrays;
import java.util.Optional;

/** CRLReason (RFC 5280 §5.3.1). {@code removeFromCRL} (8) exists in delta CRLs only and is no reason to revoke. */
public enum RevocationReason {
    UNSPECIFIED(0, "unspecified"),
    KEY_COMPROMISE(1, "keyCompromise"),
    CA_COMPROMISE(2, "cACompromise"),
    AFFILIATION_CHANGED(3, "affiliationChanged"),
    SUPERSEDED(4, "superseded"),
    CESSATION_OF_OPERATION(5, "cessationOfOperation"),
    CERTIFICATE_HOLD(6, "certificateHold"),
    PRIVILEGE_WITHDRAWN(9, "privilegeWithdrawn"),
    AA_COMPROMISE(10, "aACompromise");

    private final int code;
    private final String rfcName;

    RevocationReason(int code, String rfcName) {
        this.code = code;
        this.rfcName = rfcName;
    }

    public int code() {
        return code;
    }

    /** As RFC 5280 spells it, {@code keyCompromise}. */
    public String rfcName() {
        return rfcName;
    }

    /** By RFC name, case-insensitive. */
    public static Optional<RevocationReason> named(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.rfcName.equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    public static RevocationReason ofCode(int code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no CRLReason has the code " + code));
    }
}
