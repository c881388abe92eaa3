package dev.chancery.core.profile;

import static dev.chancery.core.profile.Granting.bare;
import static dev.chancery.core.profile.Granting.ofHosts;
import static dev.chancery.core.profile.Granting.texts;
import static dev.chancery.core.profile.Granting.wishing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.RequestedName.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private final CertificateProfile server = SampleProfile.tlsServer().build();

    @ParameterizedTest(name = "\"{0}\": {1}, offering {2}")
    @DisplayName("A host name that is none is refused by a rule, with what to write instead")
    @CsvSource(
            nullValues = "-",
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "web_01.lab.example.com,name-underscore,web-01.lab.example.com",
                "web01.lab.example.com.,name-trailing-dot,web01.lab.example.com",
                "bücher.example.com,name-not-ascii,xn--bcher-kva.example.com",
                " web01.lab.example.com,name-space,web01.lab.example.com",
                "https://web01.lab.example.com/login,name-is-url,web01.lab.example.com",
                "https://web01.lab.example.com:8443,name-is-url,web01.lab.example.com",
                "web01.lab.example.com:8443,name-has-port,web01.lab.example.com",
                "10.0.0.1,name-is-ip,-",
                "2001:db8::7,name-is-ip,-",
                "10.0.0.256,name-is-ip,-",
                "0x7f.1,name-is-ip,-",
                "1.2.3.0X7F,name-is-ip,-",
                "web01.123,name-is-ip,-",
                "ops@example.com,name-is-email,-",
                "web01..example.com,name-empty-label,-",
                ".example.com,name-empty-label,-",
                "-web.example.com,name-characters,-",
                "web-.example.com,name-characters,-",
                "web 01.example.com,name-characters,-",
                "w*b.example.com,name-wildcard,-",
                "www.*.example.com,name-wildcard,-",
                "*.com,name-wildcard,-",
                "*,name-wildcard,-",
                "xn--.example.com,name-characters,-",
                "xn--a.example.com,name-a-label,-",
                "ab--cd.example.com,name-a-label,-",
            })
    void hostNames(String text, String rule, String suggestion) {
        Objection objection = wishing(Kind.DNS, text).objectionOf(server);
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.field()).isEqualTo("dns[0]");
        assertThat(objection.suggestion()).isEqualTo(Optional.ofNullable(suggestion));
        assertThat(objection.message()).contains(text.strip());
        objection
                .suggestion()
                .ifPresent(good -> assertThat(texts(wishing(Kind.DNS, good).grantedBy(server)))
                        .containsExactly("dns:" + good));
    }

    @ParameterizedTest
    @DisplayName("Good host names are granted in lower case")
    @ValueSource(
            strings = {
                "web01.lab.example.com",
                "WEB01.Lab.Example.COM",
                "localhost",
                "fe01",
                "*.lab.example.com",
                "xn--bcher-kva.example.com",
                "xn--strae-oqa.example.com",
                "xn--fiqs8s",
                "1.2.3.example",
                "web01.0x7g",
                "web01.1a",
                "a-b.example.com"
            })
    void goodHosts(String text) {
        assertThat(texts(ofHosts(text).grantedBy(server)))
                .containsExactly("dns:" + text.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest(name = "\"{0}\": {1}, offering {2}")
    @DisplayName("An IP address that is none is refused by a rule, with what to write instead")
    @CsvSource(
            nullValues = "-",
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "web01.lab.example.com,name-not-ip,-",
                "10.0.0.0/24,name-not-ip,-",
                "http://10.0.0.1/,name-not-ip,-",
                "010.0.0.1,name-not-ip,-",
                "10.1,name-not-ip,-",
                "0x7f.0.0.1,name-not-ip,-",
                "2130706433,name-not-ip,-",
                "256.0.0.1,name-not-ip,-",
                "10.0.0.1 ,name-not-ip,10.0.0.1",
                "[2001:db8::7],name-not-ip,2001:db8::7",
                "fe80::1%eth0,name-not-ip,fe80::1",
                "1::2::3,name-not-ip,-",
                "1:2:3:4:5:6:7,name-not-ip,-",
                "1:2:3:4:5:6:7:8:9,name-not-ip,-",
                "1:2:3:4:5:6:7::8,name-not-ip,-",
                ":1:2:3:4:5:6:7,name-not-ip,-",
                "::12345,name-not-ip,-",
                "::ffff:10.0.0.1,name-ip-mapped,10.0.0.1",
                "::ffff:a00:1,name-ip-mapped,10.0.0.1",
                "0.0.0.0,name-ip-unusable,-",
                "::,name-ip-unusable,-",
                "224.0.0.1,name-ip-unusable,-",
                "255.255.255.255,name-ip-unusable,-",
                "ff02::1,name-ip-unusable,-",
                ",name-not-ip,-",
            })
    void addresses(String written, String rule, String suggestion) {
        String text = written == null ? "" : written;
        Objection objection = wishing(Kind.IP, text).objectionOf(server);
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.field()).isEqualTo("ip[0]");
        assertThat(objection.suggestion()).isEqualTo(Optional.ofNullable(suggestion));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("Good IP addresses are granted as octets, however they were written")
    @CsvSource({
        "10.0.0.7, 0a000007",
        "127.0.0.1, 7f000001",
        "2001:db8::7, 20010db8000000000000000000000007",
        "2001:0DB8:0:0:0:0:0:7, 20010db8000000000000000000000007",
        "1:2:3:4:5:6:7::, 00010002000300040005000600070000",
        "::1:2:3:4:5:6:7, 00000001000200030004000500060007",
        "fd00::10.0.0.7, fd00000000000000000000000a000007",
        "::1, 00000000000000000000000000000001"
    })
    void goodAddresses(String text, String octets) {
        Grant grant = wishing(Kind.IP, text).grantedBy(server);
        assertThat(((dev.chancery.core.x509.SubjectAltName.Ip) grant.names().get(0))
                        .address()
                        .hex())
                .isEqualTo(octets);
    }

    @Nested
    @DisplayName("Names")
    class Counting {
        @Test
        @DisplayName("that stand there twice are granted once, whatever their spelling")
        void duplicates() {
            Granting granting = bare().csrNames(List.of(
                    RequestedName.dns("web01.example.com", "csr"),
                    RequestedName.dns("WEB01.example.com", "csr"),
                    RequestedName.ip("2001:db8::7", "csr"),
                    RequestedName.ip("2001:db8:0:0::7", "csr")));
            assertThat(texts(granting.grantedBy(server)))
                    .containsExactly("dns:web01.example.com", "ip:2001:db8:0:0:0:0:0:7");
        }

        @Test
        @DisplayName("must be there")
        void none() {
            Objection objection = bare().objectionOf(server);
            assertThat(objection.rule()).isEqualTo("names-missing");
            assertThat(objection.field()).isEqualTo("csr");
            assertThat(objection.message()).contains("host names and IP addresses");
            assertThat(wishing(Kind.DNS).objectionOf(server).field()).isEqualTo("dns");
        }

        @Test
        @DisplayName("may be fewer than a profile needs")
        void tooFew() {
            CertificateProfile two =
                    SampleProfile.tlsServer().names(2, 5, NameKind.DNS).build();
            assertThat(ofHosts("web01.example.com").objectionOf(two).rule()).isEqualTo("names-too-few");
        }

        @Test
        @DisplayName("may be more than a profile takes, and then get one answer, not thousands")
        void tooMany() {
            String[] hosts = IntStream.range(0, 5000)
                    .mapToObj(i -> "web" + i + ".example.com")
                    .toArray(String[]::new);
            Objection objection = ofHosts(hosts).objectionOf(server);
            assertThat(objection.rule()).isEqualTo("names-too-many");
            assertThat(objection.message()).contains("5000").contains("100");
        }

        @Test
        @DisplayName("are all objected to at once, each in its field")
        void all() {
            assertThat(wishing(Kind.DNS, "web_01.example.com", "web02.example.com", "10.0.0.1")
                            .wishValidity("for ever")
                            .key("RSA", 1024)
                            .refusedBy(server))
                    .extracting(Objection::field)
                    .containsExactly("dns[0]", "dns[2]", "csr", "validity");
        }

        @Test
        @DisplayName("that were wished for replace those of the CSR")
        void wished() {
            Granting granting = wishing(Kind.DNS, "web02.example.com")
                    .csrNames(List.of(RequestedName.dns("web01.example.com", "csr")));
            assertThat(texts(granting.grantedBy(server))).containsExactly("dns:web02.example.com");
        }
    }

    @Nested
    @DisplayName("Kinds of names")
    class Kinds {
        @Test
        @DisplayName("that the profile does not list are refused")
        void notListed() {
            Objection objection = wishing(Kind.EMAIL, "ops@example.com").objectionOf(server);
            assertThat(objection.rule()).isEqualTo("name-kind");
            assertThat(objection.message())
                    .isEqualTo("\"ops@example.com\" stands among the mail addresses; the profile tls-server grants host"
                            + " names and IP addresses.");
        }

        @Test
        @DisplayName("include wildcards only where the profile says so")
        void wildcards() {
            CertificateProfile plain =
                    SampleProfile.tlsServer().withoutWildcards().build();
            assertThat(ofHosts("*.lab.example.com").objectionOf(plain).rule()).isEqualTo("name-wildcard-refused");
        }

        @ParameterizedTest(name = "{0} \"{1}\"")
        @CsvSource({
            "EMAIL, Ops@Example.COM, email:Ops@example.com",
            "URI, spiffe://lab/web01, uri:spiffe://lab/web01",
            "UPN, alice@corp.example, upn:alice@corp.example"
        })
        @DisplayName("that a profile lists are granted")
        void listed(Kind kind, String text, String granted) {
            assertThat(texts(wishing(kind, text).grantedBy(everyKind()))).containsExactly(granted);
        }

        @ParameterizedTest(name = "{0} \"{1}\"")
        @CsvSource({
            "EMAIL, ops",
            "EMAIL, ops@",
            "EMAIL, Ops <ops@example.com>",
            "EMAIL, ops@-example.com",
            "EMAIL, ops@*.lab.example.com",
            "EMAIL, öps@example.com",
            "URI, /relative",
            "URI, spiffe://lab/web 01",
            "UPN, alice",
            "UPN, alice@corp example"
        })
        @DisplayName("are held against their own rules")
        void bad(Kind kind, String text) {
            Objection objection = wishing(kind, text).objectionOf(everyKind());
            assertThat(objection.rule()).isEqualTo("name-" + kind.name().toLowerCase(java.util.Locale.ROOT));
        }

        private CertificateProfile everyKind() {
            return SampleProfile.tlsServer()
                    .purposes("clientAuth")
                    .names(1, 10, NameKind.values())
                    .build();
        }
    }
}
