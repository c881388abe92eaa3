package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.issuance.AuthorityCertificates;
import dev.chancery.core.issuance.AuthorityContents;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.memory.MemoryStores;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.Validity;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
@DisplayName("What our own builder makes")
class OwnAuthoritiesTest {
    private final Clock clock = Clock.systemUTC();
    private final Linter linter = new Linter();
    private final KeyVault vault = new KeyVault(Secret.of("only in memory"));
    private final AuthorityCertificates certificates =
            new AuthorityCertificates(linter, new MemoryStores(clock).journal(), clock, new SecureRandom());
    private final Permit permit = Permits.of(Permits.person("ada", Role.ADMIN), Permission.MANAGE_AUTHORITIES);

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    @DisplayName("passes without a remark, root and CA below it, with every kind of key")
    void authorities(KeyAlgorithm algorithm) {
        SigningKey rootKey = vault.generate(algorithm);
        EncodedCertificate root = certificates.selfSigned(
                permit, contents("CN=Root,O=Example", "2049-12-31T23:59:59Z", CaConstraint.of(1)), rootKey);
        Issuer issuer = new Issuer(
                "root",
                root,
                List.of(),
                rootKey,
                PublicationAddresses.under(URI.create("http://pki.example.com"), "root"),
                0);
        EncodedCertificate below = certificates.under(
                permit,
                issuer,
                contents("CN=Issuing CA,O=Example", "2040-01-01T00:00:00Z", CaConstraint.of(0)),
                vault.generate(KeyAlgorithm.EC_P256).publicKeyInfo());
        assertThat(linter.judge(root.der(), root.der())).isEmpty();
        assertThat(linter.judge(below.der(), root.der())).isEmpty();
    }

    private static AuthorityContents contents(String subject, String until, CaConstraint constraint) {
        return new AuthorityContents(
                SubjectName.parse(subject),
                new Validity(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse(until)),
                constraint);
    }
}
