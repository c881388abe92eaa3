package dev.chancery.core.profile;

import static dev.chancery.core.profile.Granting.bare;
import static dev.chancery.core.profile.Granting.ofHosts;
import static dev.chancery.core.profile.Granting.texts;
import static dev.chancery.core.profile.Granting.wishing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectName;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SubjectTest {
    private static final String LONG_HOST = "a".repeat(60) + ".lab.example.com";
    private final CertificateProfile server = SampleProfile.tlsServer().build();
    private final CertificateProfile client = SampleProfile.tlsClient().build();

    @Nested
    @DisplayName("A subject made from the names")
    class FromNames {
        @Test
        @DisplayName("has the first name as its common name")
        void firstName() {
            assertThat(subject(ofHosts("web01.lab.example.com", "www.lab.example.com")))
                    .isEqualTo("CN=web01.lab.example.com");
        }

        @Test
        @DisplayName("has the common name of the CSR when that is one of the names, in lower case")
        void commonNameOfTheCsr() {
            assertThat(subject(ofHosts("web01.lab.example.com", "pool.lab.example.com")
                            .csrSubject("CN=Pool.lab.example.com,O=Contoso,C=US")))
                    .isEqualTo("CN=pool.lab.example.com");
        }

        @Test
        @DisplayName("stands after the fixed part")
        void afterFixed() {
            CertificateProfile profile = SampleProfile.tlsServer()
                    .subject(SubjectSource.NAMES, "O=Example,C=de")
                    .build();
            assertThat(ofHosts("web01.lab.example.com")
                            .grantedBy(profile)
                            .subject()
                            .rfc4514())
                    .isEqualTo("CN=web01.lab.example.com,O=Example,C=DE");
        }

        @Test
        @DisplayName("skips a wildcard, and a name longer than 64 characters")
        void skips() {
            assertThat(subject(ofHosts("*.lab.example.com", LONG_HOST, "web01.lab.example.com")))
                    .isEqualTo("CN=web01.lab.example.com");
        }

        @Test
        @DisplayName("is a wildcard when there is nothing else")
        void wildcardOnly() {
            assertThat(subject(ofHosts("*.lab.example.com"))).isEqualTo("CN=*.lab.example.com");
        }

        @Test
        @DisplayName("is empty when no name is short enough")
        void tooLong() {
            assertThat(ofHosts(LONG_HOST).grantedBy(server).subject().isEmpty()).isTrue();
        }

        @Test
        @DisplayName("is refused when no name is short enough and the profile needs one")
        void tooLongButRequired() {
            CertificateProfile profile =
                    SampleProfile.tlsServer().requireSubject().build();
            assertThat(ofHosts(LONG_HOST).objectionOf(profile).rule()).isEqualTo("subject-missing");
        }

        @Test
        @DisplayName("leaves out what a CSR says besides, silently")
        void habitsOfPeople() {
            assertThat(subject(ofHosts("web01.lab.example.com").csrSubject("OU=IT,O=Contoso,ST=Some-State,C=AU")))
                    .isEqualTo("CN=web01.lab.example.com");
        }

        @Test
        @DisplayName("refuses the attributes of a subject that somebody wished for")
        void wished() {
            List<Objection> objections = ofHosts("web01.lab.example.com")
                    .wishSubject("CN=web01.lab.example.com,O=Contoso,C=US")
                    .refusedBy(server);
            assertThat(objections).extracting(Objection::field).containsOnly("subject");
            assertThat(objections)
                    .extracting(Objection::message)
                    .containsExactlyInAnyOrder(
                            "The profile tls-server makes the subject from the names; leave out O=\"Contoso\".",
                            "The profile tls-server makes the subject from the names; leave out C=\"US\".");
        }

        private String subject(Granting granting) {
            return granting.grantedBy(server).subject().rfc4514();
        }
    }

    @Nested
    @DisplayName("A common name")
    class CommonName {
        @Test
        @DisplayName("becomes a host name when nothing else is named")
        void becomesHost() {
            assertThat(texts(bare().csrSubject("CN=Web01.lab.example.com,O=Contoso")
                            .grantedBy(server)))
                    .containsExactly("dns:web01.lab.example.com");
        }

        @Test
        @DisplayName("becomes an IP address when it is one")
        void becomesIp() {
            assertThat(texts(bare().csrSubject("CN=10.0.0.7").grantedBy(server)))
                    .containsExactly("ip:10.0.0.7");
        }

        @Test
        @DisplayName("becomes a name from the subject that somebody wished for, too")
        void wished() {
            assertThat(texts(bare().wishSubject("CN=web01.lab.example.com").grantedBy(server)))
                    .containsExactly("dns:web01.lab.example.com");
        }

        @Test
        @DisplayName("that is no host name is refused like any other name")
        void judged() {
            Objection objection = bare().csrSubject("CN=web_01.lab.example.com").objectionOf(server);
            assertThat(objection.rule()).isEqualTo("name-underscore");
            assertThat(objection.suggestion()).contains("web-01.lab.example.com");
        }

        @Test
        @DisplayName("must be one of the names")
        void mustBeAmongTheNames() {
            Objection objection = ofHosts("web01.lab.example.com")
                    .csrSubject("CN=bank.example.com")
                    .objectionOf(server);
            assertThat(objection.rule()).isEqualTo("common-name-not-in-names");
            assertThat(objection.field()).isEqualTo("csr");
            assertThat(objection.message()).contains("\"bank.example.com\"");
        }

        @Test
        @DisplayName("of a CSR is left out when the names were wished for instead")
        void replaced() {
            Grant grant = wishing(RequestedName.Kind.DNS, "web01.lab.example.com")
                    .csrSubject("CN=localhost")
                    .grantedBy(server);
            assertThat(grant.subject().rfc4514()).isEqualTo("CN=web01.lab.example.com");
        }

        @Test
        @DisplayName("that is an IP address is compared as an address")
        void ipText() {
            Grant grant = bare().csrSubject("CN=2001:db8::7")
                    .csrNames(List.of(RequestedName.ip("2001:0db8:0:0:0:0:0:7", "csr")))
                    .grantedBy(server);
            assertThat(grant.subject().commonName()).contains("2001:db8:0:0:0:0:0:7");
        }
    }

    @Nested
    @DisplayName("A subject taken from the request")
    class FromRequest {
        @Test
        @DisplayName("has the allowed attributes of the CSR, without the others")
        void allowedOnly() {
            Grant grant = bare().csrSubject("CN=ops@example.com,O=Contoso").grantedBy(client);
            assertThat(grant.subject().rfc4514()).isEqualTo("CN=ops@example.com");
            assertThat(texts(grant)).containsExactly("email:ops@example.com");
        }

        @Test
        @DisplayName("refuses what somebody wished for and the profile does not allow")
        void wished() {
            Objection objection =
                    bare().wishSubject("CN=ops@example.com,O=Contoso").objectionOf(client);
            assertThat(objection.rule()).isEqualTo("subject-attribute");
            assertThat(objection.message()).contains("takes only CN").contains("O=\"Contoso\"");
        }

        @Test
        @DisplayName("is refused when it is empty and the profile needs one")
        void missing() {
            Objection objection =
                    wishing(RequestedName.Kind.EMAIL, "ops@example.com").objectionOf(client);
            assertThat(objection.rule()).isEqualTo("subject-missing");
        }

        @Test
        @DisplayName("refuses two common names")
        void twice() {
            assertThat(ofHosts("a.example.com", "b.example.com")
                            .csrSubject("CN=a.example.com,CN=b.example.com")
                            .objectionOf(client)
                            .rule())
                    .isEqualTo("subject-repeated");
        }

        @Test
        @DisplayName("is encoded anew: UTF8String, and PrintableString for the country")
        void encodedAnew() {
            Grant grant = bare().csrSubject("CN=Lab CA,O=Contoso,C=de")
                    .grantedBy(SampleProfile.intermediateCa().build());
            assertThat(grant.subject().der().hex())
                    .isEqualTo("3030" + "310b300906035504061302" + "4445" + "3110300e060355040a0c07" + "436f6e746f736f"
                            + "310f300d06035504030c06" + "4c6162204341");
        }

        @Test
        @DisplayName("refuses hidden characters, wrong countries and over-long values")
        void values() {
            CertificateProfile profile = SampleProfile.intermediateCa().build();
            assertThat(bare().csrSubject("CN=Lab\u202eCA").objectionOf(profile).message())
                    .isEqualTo("CN=\"Lab\\u202eCA\" in the subject holds a character that cannot be seen.");
            SubjectName germany = SubjectName.of(new X500NameBuilder()
                    .addRDN(BCStyle.C, new DERUTF8String("Germany"))
                    .build());
            assertThat(ofSubject(germany).objectionOf(profile).message())
                    .isEqualTo("C=\"Germany\" in the subject is not a country code of two letters, such as DE.");
            SubjectName tooLong = SubjectName.of(new X500NameBuilder()
                    .addRDN(BCStyle.CN, new DERUTF8String("x".repeat(65)))
                    .build());
            assertThat(ofSubject(tooLong).objectionOf(profile).message()).endsWith("is longer than 64 characters.");
        }

        @Test
        @DisplayName("refuses a value that is no text")
        void notText() {
            SubjectName odd = SubjectName.of(new X500NameBuilder()
                    .addRDN(BCStyle.CN, new DEROctetString(new byte[] {1}))
                    .build());
            assertThat(ofSubject(odd)
                            .objectionOf(SampleProfile.intermediateCa().build())
                            .message())
                    .isEqualTo("The value of CN is not a text.");
        }

        @Test
        @DisplayName("takes a text that begins with # as the text it is, not as encoded bytes")
        void hash() {
            SubjectName hash = SubjectName.of(new X500NameBuilder()
                    .addRDN(BCStyle.CN, new DERUTF8String("#0500"))
                    .build());
            assertThat(ofSubject(hash)
                            .grantedBy(SampleProfile.intermediateCa().build())
                            .subject()
                            .commonName())
                    .contains("#0500");
        }
    }

    private static Granting ofSubject(SubjectName subject) {
        return new Granting(subject, List.of(), bare().key(), Wishes.none(), Granting.TEN_YEARS);
    }

    @Nested
    @DisplayName("A fixed subject")
    class Fixed {
        private final CertificateProfile responder =
                SampleProfile.ocspResponder().build();

        @Test
        @DisplayName("stays what it is, whatever the CSR says")
        void stays() {
            assertThat(bare().csrSubject("CN=Somebody else")
                            .grantedBy(responder)
                            .subject()
                            .rfc4514())
                    .isEqualTo("CN=OCSP responder");
        }

        @Test
        @DisplayName("may be wished for as it is, and not otherwise")
        void wished() {
            assertThat(bare().wishSubject("CN=OCSP responder")
                            .grantedBy(responder)
                            .subject()
                            .rfc4514())
                    .isEqualTo("CN=OCSP responder");
            assertThat(bare().wishSubject("CN=Other").objectionOf(responder).message())
                    .isEqualTo("The profile ocsp-responder has a fixed subject; leave out CN=\"Other\".");
        }
    }

    @Test
    @DisplayName("A subject that cannot be read is refused with an example")
    void syntax() {
        Objection objection =
                ofHosts("web01.lab.example.com").wishSubject("Contoso & Sons").objectionOf(server);
        assertThat(objection.rule()).isEqualTo("subject-syntax");
        assertThat(objection.message())
                .matches(
                        "The subject \"Contoso & Sons\" cannot be read \\([^)]+\\); write it like CN=www\\.example\\.com.*");
    }
}
