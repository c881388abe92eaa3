package dev.chancery.server;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.profile.ValidityLength;

/** The CAs that a first start makes. */
record AuthoritySettings(String organization, CaSettings root, CaSettings issuing) {
    AuthoritySettings {
        if (organization.isBlank() || organization.length() > 64) {
            throw new IllegalArgumentException("the organization has 1 to 64 characters (RFC 5280 appendix A)");
        }
    }

    record CaSettings(String commonName, KeyAlgorithm key, ValidityLength validity) {
        CaSettings {
            if (commonName.isBlank() || commonName.length() > 64) {
                throw new IllegalArgumentException("a common name has 1 to 64 characters (RFC 5280 appendix A)");
            }
        }
    }

    public static AuthoritySettings defaults() {
        return new AuthoritySettings(
                "Chancery Lab",
                new CaSettings("Chancery Lab Root CA", KeyAlgorithm.RSA_4096, ValidityLength.of("20 years")),
                new CaSettings("Chancery Lab Issuing CA", KeyAlgorithm.RSA_3072, ValidityLength.of("10 years")));
    }
}
