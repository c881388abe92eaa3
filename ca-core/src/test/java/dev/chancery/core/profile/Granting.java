package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequest.KeyType;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A request on its way to a profile: the parts that a test cares about, and plain ones for the rest. */
record Granting(SubjectName subject, List<RequestedName> names, KeyType key, Wishes wishes, Validity issuer) {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00.75Z");
    static final Validity TEN_YEARS =
            new Validity(Instant.parse("2024-01-01T00:00:00Z"), Instant.parse("2034-01-01T00:00:00Z"));

    /** A CSR with a P-256 key and neither a subject nor a name. */
    static Granting bare() {
        return new Granting(SubjectName.EMPTY, List.of(), new KeyType("EC", 256), Wishes.none(), TEN_YEARS);
    }

    static Granting ofHosts(String... hosts) {
        return bare().csrNames(List.of(hosts).stream()
                .map(host -> RequestedName.dns(host, "csr"))
                .toList());
    }

    /** Names as an API client gives them, {@code dns[0]}. */
    static Granting wishing(RequestedName.Kind kind, String... texts) {
        List<RequestedName> names = new java.util.ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            names.add(
                    new RequestedName(kind, texts[i], kind.name().toLowerCase(java.util.Locale.ROOT) + "[" + i + "]"));
        }
        return bare().wish(new Wishes(Optional.of(names), Optional.empty(), Optional.empty()));
    }

    Granting csrSubject(String rfc4514) {
        return new Granting(SubjectName.parse(rfc4514), names, key, wishes, issuer);
    }

    Granting csrNames(List<RequestedName> list) {
        return new Granting(subject, list, key, wishes, issuer);
    }

    Granting key(String algorithm, int bits) {
        return new Granting(subject, names, new KeyType(algorithm, bits), wishes, issuer);
    }

    Granting wish(Wishes wished) {
        return new Granting(subject, names, key, wished, issuer);
    }

    Granting wishSubject(String rfc4514) {
        return wish(new Wishes(wishes.names(), Optional.of(rfc4514), wishes.validity()));
    }

    Granting wishValidity(String text) {
        return wish(new Wishes(wishes.names(), wishes.subject(), Optional.of(text)));
    }

    Granting issuer(String notBefore, String notAfter) {
        return new Granting(
                subject, names, key, wishes, new Validity(Instant.parse(notBefore), Instant.parse(notAfter)));
    }

    GrantOutcome by(CertificateProfile profile) {
        CertificateRequest request =
                new CertificateRequest(Der.fromHex("3000"), subject, names, Der.fromHex("3001"), key);
        return profile.grant(request, wishes, issuer, NOW);
    }

    Grant grantedBy(CertificateProfile profile) {
        return by(profile).fold(grant -> grant, objections -> {
            throw new AssertionError("refused: " + objections);
        });
    }

    List<Objection> refusedBy(CertificateProfile profile) {
        List<Objection> objections = by(profile)
                .fold(
                        grant -> {
                            throw new AssertionError("granted " + grant.subject() + " " + grant.names());
                        },
                        refused -> refused);
        assertThat(objections).isNotEmpty();
        return objections;
    }

    /** The one objection, when there must be exactly one. */
    Objection objectionOf(CertificateProfile profile) {
        List<Objection> objections = refusedBy(profile);
        assertThat(objections).hasSize(1);
        return objections.get(0);
    }

    /** {@code dns:www.example.com}. */
    static List<String> texts(Grant grant) {
        return grant.names().stream()
                .map(name -> name.kind() + ":" + name.text())
                .toList();
    }
}
