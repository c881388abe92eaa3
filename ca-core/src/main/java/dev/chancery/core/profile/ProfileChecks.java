package dev.chancery.core.profile;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold between the parts of a profile. Messages name the YAML keys, and what to write instead. */
final class ProfileChecks {
    private static final Set<String> ROLES = Set.of("requester", "officer", "auditor", "admin");

    /** More are never there at once, and a request would wait forever. */
    private static final int MOST_OFFICERS = 5;

    private ProfileChecks() {}

    static void words(String name, String title, String description, String issuer) {
        need(
                name.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?"),
                "name: " + Quoted.of(name) + " must be 1 to 40 of a-z, 0-9 and '-'; it stands in URLs");
        need(
                issuer.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?"),
                "issuer: " + Quoted.of(issuer) + " is no short name of a CA, such as issuing");
        need(!title.isBlank(), "title: is empty; write what people call this kind of certificate");
        need(!description.isBlank(), "description: is empty; write one sentence for the request form");
    }

    /** Purposes: mandatory for end entities (SECURITY.md rule 6), and in keeping with being a CA or not. */
    static void purposes(List<ExtendedKeyUsage> purposes, boolean ca) {
        noneTwice(
                "extended-key-usage",
                purposes.stream().map(ExtendedKeyUsage::label).toList());
        need(
                ca || !purposes.isEmpty(),
                "extended-key-usage: is empty, and a certificate without a purpose could be used for any (SECURITY.md"
                        + " rule 6); write for example [serverAuth]");
    }

    static void keyUsage(List<KeyUsage> usages, List<ExtendedKeyUsage> purposes, boolean ca, KeyRule key) {
        need(!usages.isEmpty(), "key-usage: is empty; write for example [digitalSignature]");
        noneTwice("key-usage", usages.stream().map(KeyUsage::rfcName).toList());
        boolean signsCertificates = usages.contains(KeyUsage.KEY_CERT_SIGN);
        boolean signsCrls = usages.contains(KeyUsage.CRL_SIGN);
        need(
                !ca || signsCertificates && signsCrls,
                "key-usage: a CA needs keyCertSign and cRLSign (RFC 5280 §4.2.1.3); add them, or delete ca");
        need(
                ca || !signsCertificates && !signsCrls,
                "key-usage: keyCertSign and cRLSign belong to a CA only; delete them, or make it a CA with"
                        + " ca: {path-length: 0}");
        need(
                usages.contains(KeyUsage.KEY_AGREEMENT)
                        || !usages.contains(KeyUsage.ENCIPHER_ONLY) && !usages.contains(KeyUsage.DECIPHER_ONLY),
                "key-usage: encipherOnly and decipherOnly mean nothing without keyAgreement (RFC 5280 §4.2.1.3)");
        for (String algorithm : key.algorithms()) {
            need(
                    !KeyUsage.fit(usages, algorithm).isEmpty(),
                    "key-usage: nothing of it fits a key of the kind " + algorithm
                            + "; add digitalSignature, or do not accept such keys");
        }
        if (purposes.contains(ExtendedKeyUsage.SERVER_AUTH)) {
            serverKeyUsage(Set.copyOf(usages), key.rsa().isPresent());
        }
    }

    private static void serverKeyUsage(Set<KeyUsage> usages, boolean rsa) {
        Set<KeyUsage> handshake = Set.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT);
        need(
                usages.equals(handshake) || !rsa && usages.equals(Set.of(KeyUsage.DIGITAL_SIGNATURE)),
                "key-usage: a TLS server needs [digitalSignature, keyEncipherment] and nothing else; other keys than RSA"
                        + " get digitalSignature of it (RFC 8813)");
    }

    /** A certificate must say whom it is for. */
    static void identity(SubjectRule subject, NamesRule names, boolean ca, List<ExtendedKeyUsage> purposes) {
        if (purposes.contains(ExtendedKeyUsage.SERVER_AUTH)) {
            need(
                    names.minimum() >= 1
                            && (names.kinds().contains(NameKind.DNS)
                                    || names.kinds().contains(NameKind.IP)),
                    "names: clients look for a server's name there (RFC 9525), so serverAuth needs dns or ip among kinds"
                            + " and a minimum of 1 or more");
        }
        if (subject.from() == SubjectSource.NAMES) {
            need(
                    names.minimum() >= 1,
                    "subject: from: names needs at least one name; set names.minimum to 1 or more, or write from: request"
                            + " or from: fixed");
        }
        boolean responder = purposes.equals(List.of(ExtendedKeyUsage.OCSP_SIGNING));
        need(
                ca || responder || names.minimum() >= 1,
                "names: relying parties look there for whom a certificate is for (RFC 5280 §4.2.1.6); list kinds and set"
                        + " minimum to 1 or more");
        need(
                !responder || subject.required() || !subject.nothingFixed(),
                "subject: an OCSP responder has no other name; fix one, or set required to true");
        if (ca) {
            need(names.kinds().isEmpty(), "names: a CA is known by its subject alone; delete names, or ca");
            need(subject.required(), "subject: a CA needs one (RFC 5280 §4.1.2.6); set required to true");
        }
    }

    /** How validating servers learn of a revocation. */
    static void revocation(boolean crl, boolean nocheck, boolean ca, List<ExtendedKeyUsage> purposes) {
        need(
                !nocheck || purposes.equals(List.of(ExtendedKeyUsage.OCSP_SIGNING)),
                "ocsp-nocheck: is for OCSP responders only (RFC 6960 §4.2.2.2.1); set it to false, or make OCSPSigning the"
                        + " one purpose under extended-key-usage");
        need(
                crl || nocheck || ca,
                "crl-distribution-point: without one nobody could learn of a revocation; set it to true");
    }

    static void usableBy(Set<String> roles) {
        for (String role : roles) {
            need(
                    ROLES.contains(role),
                    "usable-by: " + Quoted.of(role) + " is no role; use requester, officer, auditor or admin, or [] for"
                            + " nobody but the server itself");
        }
    }

    static void people(RequesterRule requesters, Optional<Integer> officers, Set<String> roles) {
        need(
                officers.filter(number -> number < 1 || number > MOST_OFFICERS).isEmpty(),
                "officers: is 1 to " + MOST_OFFICERS + ", not " + officers.orElse(0));
        need(
                requesters.isEmpty() || !roles.isEmpty(),
                "requesters: nobody may ask while usable-by is empty; list roles there, or delete this");
    }

    static void noneTwice(String key, Collection<String> values) {
        Set<String> seen = new HashSet<>();
        Optional<String> twice =
                values.stream().filter(value -> !seen.add(value)).findFirst();
        twice.ifPresent(value -> need(false, key + ": " + value + " is listed twice"));
    }

    static void need(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
