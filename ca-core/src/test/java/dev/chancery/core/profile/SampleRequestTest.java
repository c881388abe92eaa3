package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequest.KeyType;
import dev.chancery.core.x509.RequestedName;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request that is made up to suit a profile")
class SampleRequestTest {
    private static Grant granted(CertificateProfile profile) {
        return profile.grant(SampleRequest.of(profile), SampleRequest.wishes(profile), Granting.TEN_YEARS, Granting.NOW)
                .fold(grant -> grant, objections -> {
                    throw new AssertionError(objections);
                });
    }

    private static List<String> names(SampleProfile profile) {
        return Granting.texts(granted(profile.build()));
    }

    private static Optional<NameCounts.NameCount> count(int minimum, int maximum) {
        return Optional.of(new NameCounts.NameCount(minimum, maximum));
    }

    @Test
    @DisplayName("is granted by each of them, with as little as it takes")
    void granted() {
        assertThat(names(SampleProfile.tlsServer())).containsExactly("dns:www.example.com");
        assertThat(granted(SampleProfile.tlsClient().build()).subject().rfc4514())
                .isEqualTo("CN=www.example.com");
        Grant authority = granted(SampleProfile.intermediateCa().build());
        assertThat(authority.subject().rfc4514()).isEqualTo("CN=Sample,O=Example,C=DE");
        assertThat(authority.names()).isEmpty();
        assertThat(granted(SampleProfile.ocspResponder().build()).subject().rfc4514())
                .isEqualTo("CN=OCSP responder");
    }

    @Test
    @DisplayName("with a value for each attribute that a request may set")
    void attributes() {
        SampleProfile profile = SampleProfile.tlsClient()
                .subject(
                        SubjectSource.REQUEST,
                        "",
                        SubjectAttribute.CN,
                        SubjectAttribute.C,
                        SubjectAttribute.DC,
                        SubjectAttribute.SERIAL_NUMBER,
                        SubjectAttribute.OU);
        assertThat(granted(profile.build()).claims())
                .containsExactlyInAnyOrder(
                        new Grant.Claim(SubjectAttribute.C, "DE"),
                        new Grant.Claim(SubjectAttribute.DC, "example"),
                        new Grant.Claim(SubjectAttribute.SERIAL_NUMBER, "12345"),
                        new Grant.Claim(SubjectAttribute.OU, "Example"));
    }

    @Test
    @DisplayName("with names of every kind, as many as are needed of each")
    void everyKind() {
        SampleProfile every = SampleProfile.tlsClient().names(1, 20, NameKind.values());
        assertThat(names(every.counts(new NameCounts(count(2, 3), count(2, 2), count(2, 2), count(2, 2), count(2, 2)))))
                .containsExactly(
                        "dns:www.example.com",
                        "dns:www2.example.com",
                        "ip:10.0.0.1",
                        "ip:10.0.0.2",
                        "email:person@example.com",
                        "email:person2@example.com",
                        "uri:https://www.example.com/",
                        "uri:https://www2.example.com/",
                        "upn:person@example.com",
                        "upn:person2@example.com");
    }

    @Test
    @DisplayName("with as many names as are needed of all, where one kind may have few")
    void many() {
        SampleProfile four = SampleProfile.tlsServer()
                .names(4, 10, NameKind.DNS, NameKind.IP)
                .counts(new NameCounts(count(1, 2), count(1, 5), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(names(four))
                .containsExactly("dns:www.example.com", "ip:10.0.0.1", "dns:www2.example.com", "ip:10.0.0.2");
        SampleProfile addresses = SampleProfile.tlsServer().names(252, 300, NameKind.IP);
        assertThat(names(addresses))
                .hasSize(252)
                .contains("ip:10.0.0.250", "ip:10.0.1.1", "ip:10.0.1.2")
                .doesNotContain("ip:10.0.0.251");
    }

    @Test
    @DisplayName("has fields that a page can show")
    void fields() {
        List<RequestedName> names = SampleRequest.wishes(SampleProfile.tlsClient()
                        .names(5, 20, NameKind.values())
                        .counts(new NameCounts(count(1, 1), count(1, 1), count(1, 1), count(1, 1), count(1, 1)))
                        .build())
                .names()
                .orElseThrow();
        assertThat(names).extracting(RequestedName::field).containsExactly("dns", "ip", "email", "uri", "upn");
        assertThat(SampleRequest.wishes(SampleProfile.intermediateCa().build()).names())
                .isEmpty();
    }

    @Test
    @DisplayName("has a key of a kind that the profile takes, and is what it says it is")
    void keys() throws Exception {
        key(SampleProfile.tlsServer(), new KeyType("EC", 256), "1.2.840.10045.2.1");
        key(SampleProfile.tlsServer().keys(List.of(), Curve.P_521), new KeyType("EC", 521), "1.2.840.10045.2.1");
        key(SampleProfile.tlsServer().keys(List.of(), Curve.ED25519), new KeyType("Ed25519", 0), "1.3.101.112");
        key(SampleProfile.tlsServer().keys(List.of(2048, 4096)), new KeyType("RSA", 2048), "1.2.840.113549.1.1.1");
    }

    private static void key(SampleProfile profile, KeyType type, String algorithm) throws Exception {
        CertificateRequest request = SampleRequest.of(profile.build());
        assertThat(request.keyType()).isEqualTo(type);
        SubjectPublicKeyInfo info =
                SubjectPublicKeyInfo.getInstance(request.subjectPublicKeyInfo().octets());
        assertThat(info.getAlgorithm().getAlgorithm().getId()).isEqualTo(algorithm);
        if (type.algorithm().equals("EC")) {
            int octets = (type.bits() + 7) / 8;
            assertThat(info.getPublicKeyData().getOctets()).hasSize(1 + 2 * octets);
        }
        if (type.algorithm().equals("RSA")) {
            assertThat(org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(info.parsePublicKey())
                            .getModulus()
                            .bitLength())
                    .isEqualTo(type.bits());
        }
    }
}
