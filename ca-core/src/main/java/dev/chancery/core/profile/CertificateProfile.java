package dev.chancery.core.profile;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One kind of certificate: what it may contain, for how long, who may ask for it and who must approve. Read from
 * {@code profiles/NAME.yaml}.
 *
 * @param name as in the API, {@code tls-server}; the file's name
 * @param title for people, {@code Web server}
 * @param description one sentence for the request form
 * @param issuer short name of the CA that signs it
 * @param usableBy role labels that may request it; empty for nobody but the server itself
 * @param policies dotted object identifiers for certificatePolicies
 * @param ocspNocheck id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1)
 */
public record CertificateProfile(
        String name,
        String title,
        String description,
        String issuer,
        SubjectRule subject,
        NamesRule names,
        KeyRule key,
        ValidityRule validity,
        List<KeyUsage> keyUsage,
        List<ExtendedKeyUsage> extendedKeyUsage,
        Optional<CaRule> ca,
        boolean crlDistributionPoint,
        boolean authorityInformationAccess,
        boolean ocspNocheck,
        List<String> policies,
        Approval approval,
        Set<String> usableBy) {

    /** Where the subject comes from. */
    public enum SubjectSource {
        /** Common name = the first granted name, after the fixed part. */
        NAMES,
        /** From the request, after its parts are judged. */
        REQUEST,
        /** Nothing but the fixed part. */
        FIXED
    }

    /**
     * @param fixed RFC 4514 text that stands in every subject, {@code O=Example,C=DE}; may be empty
     * @param allowed attribute names that a request may set, {@code CN, O, OU, L, ST, C}
     */
    public record SubjectRule(SubjectSource from, String fixed, Set<String> allowed, boolean required) {}

    /** Kinds of alternative names, how many, and whether wildcards may be asked for at all. */
    public record NamesRule(Set<NameKind> kinds, int minimum, int maximum, boolean wildcards) {}

    public enum NameKind {
        DNS,
        IP,
        EMAIL,
        URI,
        UPN
    }

    /** @param curves {@code P-256}, {@code P-384}, {@code P-521}, {@code Ed25519}, {@code Ed448} */
    public record KeyRule(boolean rsa, int rsaMinimum, int rsaMaximum, Set<String> curves) {}

    /** @param standard when the request says nothing; YAML key {@code standard} */
    public record ValidityRule(ValidityLength standard, ValidityLength maximum) {}

    public record CaRule(OptionalInt pathLength) {
        public CaConstraint constraint() {
            return new CaConstraint(pathLength);
        }
    }

    public enum Approval {
        /** Issued at once when every name is in the requester's grant. */
        NONE,
        /** Always waits for an officer. */
        OFFICER
    }

    /**
     * Judges a request.
     *
     * @param issuerValidity the issuer's; nothing outlives it
     */
    public GrantOutcome grant(CertificateRequest request, Wishes wishes, Validity issuerValidity, Instant now) {
        throw new UnsupportedOperationException("being built");
    }
}
