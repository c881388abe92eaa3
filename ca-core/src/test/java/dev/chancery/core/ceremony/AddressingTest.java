package dev.chancery.core.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Role;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.authority.WantedAddresses;
import dev.chancery.core.issuance.IssuanceSample;
import dev.chancery.core.journal.JournalEvent.AuthorityAddressesChanged;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleServer;
import dev.chancery.core.memory.TestClock;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Objection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The addresses of a CA's new certificates")
final class AddressingTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String CRL = "http://ca.example.com/crl/issuing.crl";
    private static final String CRT = "http://ca.example.com/ca/issuing.crt";
    private static final WantedAddresses MANY = new WantedAddresses(
            List.of("http://one.example.com/crl/issuing.crl", "http://two.example.com:8080/copy/issuing.crl"),
            List.of("http://one.example.com/ca/issuing.crt", "http://two.example.com/ca/issuing.p7c"),
            List.of("http://ocsp.example.com/ocsp", "http://two.example.com/ocsp"));

    @TempDir
    Path directory;

    private SampleServer server;
    private Addressing addressing;

    @BeforeEach
    void start() {
        server = new SampleServer(directory, new TestClock(NOW));
        server.createIssuing(server.createRoot(KeyAlgorithm.EC_P256), KeyAlgorithm.EC_P256);
        addressing = new Addressing(server.issuers(), server.stores().journal());
    }

    private AddressOutcome change(String ca, WantedAddresses wanted) {
        return addressing.change(server.ceremonies(), ca, wanted);
    }

    private Issuer issuing() {
        return server.issuers().find("issuing").orElseThrow();
    }

    private EncodedCertificate issue(String host) {
        return IssuanceSample.tlsServer(server, host);
    }

    /** One DistributionPoint, or a failure. */
    private static List<String> crls(EncodedCertificate certificate) {
        DistributionPoint[] points = CRLDistPoint.fromExtensions(
                        certificate.structure().getTBSCertificate().getExtensions())
                .getDistributionPoints();
        assertThat(points).hasSize(1);
        assertThat(points[0].getReasons()).isNull();
        assertThat(points[0].getCRLIssuer()).isNull();
        return Arrays.stream(GeneralNames.getInstance(
                                points[0].getDistributionPoint().getName())
                        .getNames())
                .map(name -> name.getName().toString())
                .toList();
    }

    private static List<String> access(EncodedCertificate certificate) {
        return Arrays.stream(AuthorityInformationAccess.fromExtensions(
                                certificate.structure().getTBSCertificate().getExtensions())
                        .getAccessDescriptions())
                .map(one -> (one.getAccessMethod().equals(AccessDescription.id_ad_ocsp) ? "ocsp " : "")
                        + one.getAccessLocation().getName())
                .toList();
    }

    @Test
    @DisplayName("are in the very next certificate: several URIs in one DistributionPoint (RFC 5280 §4.2.1.13)")
    void next() {
        EncodedCertificate before = issue("www.example.com");
        assertThat(crls(before)).containsExactly(CRL);

        change("issuing", MANY);

        EncodedCertificate after = issue("www.example.com");
        assertThat(crls(after)).isEqualTo(MANY.crl());
        List<String> expected = new ArrayList<>(MANY.caIssuers());
        MANY.ocsp().forEach(address -> expected.add("ocsp " + address));
        assertThat(access(after)).isEqualTo(expected);
    }

    @Test
    @DisplayName("of a CA below are the ones of the CA above it")
    void intermediate() {
        change(
                "root",
                new WantedAddresses(
                        List.of("http://r.example.com/crl/root.crl"),
                        List.of("http://r.example.com/r.crt"),
                        List.of()));
        Issuer root = server.issuers().find("root").orElseThrow();
        Issuer second = server.ceremony()
                .createIntermediate(
                        server.ceremonies(),
                        root,
                        SampleServer.plan(
                                "second",
                                "CN=Second CA,O=Example",
                                KeyAlgorithm.EC_P256,
                                "5 years",
                                OptionalInt.of(0)));

        assertThat(crls(second.certificate())).containsExactly("http://r.example.com/crl/root.crl");
        assertThat(crls(issue("www.example.com"))).containsExactly(CRL);
    }

    @Test
    @DisplayName("are recorded with the ones before, and come back at the next start with every CDP address so far")
    void recorded() {
        change("issuing", MANY);
        change(
                "issuing",
                new WantedAddresses(List.of("http://three.example.com/crl/issuing.crl"), List.of(CRT), List.of()));

        List<AuthorityAddressesChanged> events = new ArrayList<>();
        server.stores().journal().read(1, stored -> {
            if (stored.event() instanceof AuthorityAddressesChanged changed) {
                events.add(changed);
            }
        });
        assertThat(events).hasSize(2);
        assertThat(events.get(0).before().crl()).extracting(Object::toString).containsExactly(CRL);
        assertThat(events.get(1).before()).isEqualTo(events.get(0).after());

        IssuerRegistry again = new IssuerRegistry();
        new AuthorityLoader(server.vault(), server.stores().authorities(), directory).load(again);
        Issuer loaded = again.find("issuing").orElseThrow();
        assertThat(loaded.addresses()).isEqualTo(issuing().addresses());
        assertThat(loaded.formerCrlAddresses())
                .isEqualTo(issuing().formerCrlAddresses())
                .extracting(Object::toString)
                .containsExactly(CRL, MANY.crl().get(0), MANY.crl().get(1));
    }

    @Test
    @DisplayName("that are the same already leave no record")
    void same() {
        long before = server.stores().journal().lastSequence();
        assertThat(change(
                                "issuing",
                                new WantedAddresses(
                                        texts(issuing().addresses().crl()),
                                        texts(issuing().addresses().caIssuers()),
                                        texts(issuing().addresses().ocsp())))
                        .fold(AddressOutcome.Settled::changes, refused -> true))
                .isFalse();
        assertThat(server.stores().journal().lastSequence()).isEqualTo(before);
    }

    private static List<String> texts(List<java.net.URI> addresses) {
        return addresses.stream().map(Object::toString).toList();
    }

    @Test
    @DisplayName("are tried without a change, with a word about every host, path and port that needs one")
    void rehearsed() {
        long before = server.stores().journal().lastSequence();
        List<String> remarks =
                addressing.rehearse("issuing", MANY).fold(AddressOutcome.Settled::remarks, refused -> List.of());
        assertThat(remarks)
                .anyMatch(remark -> remark.contains("http://two.example.com:8080/copy/issuing.crl is not served here"))
                .anyMatch(remark -> remark.contains("one.example.com is new"))
                .anyMatch(remark -> remark.contains("port 8080"));
        assertThat(server.stores().journal().lastSequence()).isEqualTo(before);
        assertThat(addressing
                        .rehearse("issuing", new WantedAddresses(List.of(CRL), List.of(CRT), List.of()))
                        .fold(AddressOutcome.Settled::remarks, refused -> List.of("refused")))
                .isEmpty();
    }

    @Test
    @DisplayName("are changed only with a permit for it")
    void permit() {
        assertThatThrownBy(() -> addressing.change(
                        Permits.of(Permits.person("olga", Role.OFFICER), Permission.PUBLISH_CRL), "issuing", MANY))
                .isInstanceOf(RuntimeException.class);
        assertThat(issuing().formerCrlAddresses()).isEmpty();
    }

    @Nested
    @DisplayName("are refused")
    final class Refused {
        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "https://ca.example.com/crl/issuing.crl,plain http (RFC 5280 §8)",
            "ldap://ca.example.com/cn=ca,does not begin with http://",
            "/crl/issuing.crl,does not begin with http://",
            "http:///crl/issuing.crl,no host",
            "http://me:secret@ca.example.com/crl/issuing.crl,user name",
            "http://ca.example.com/crl/issuing.crl#top,fragment",
            "http://ca.example.com:0/crl/issuing.crl,port 0",
            "http://ca.example.com:70000/crl/issuing.crl,port 70000",
            "http://ca.example.com,no path",
            "http://cä.example.com/crl/issuing.crl,outside of ASCII",
            "http://ca.example.com/a b.crl,a space",
            "http://ca.example.com/%zz.crl,is no address",
        })
        @DisplayName("when one is of a form that not every validating server can fetch")
        void form(String address, String why) {
            WantedAddresses wanted = new WantedAddresses(List.of(CRL, address), List.of(address), List.of(address));
            List<Objection> objections =
                    change("issuing", wanted).fold(settled -> List.<Objection>of(), AddressOutcome.Refused::objections);
            assertThat(objections)
                    .extracting(Objection::field)
                    .containsExactly("crlAddresses[1]", "caIssuersAddresses[0]", "ocspAddresses[0]");
            assertThat(objections).allMatch(objection -> objection.message().contains(why), why);
            assertThatThrownBy(wanted::granted).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        @DisplayName("when there is none, one twice, or more than four")
        void count() {
            List<String> five = List.of(CRL + "1", CRL + "2", CRL + "3", CRL + "4", CRL + "5");
            assertThat(new WantedAddresses(List.of(), List.of(CRT, CRT), five).objections())
                    .extracting(Objection::rule)
                    .containsExactly("address-missing", "address-twice", "address-too-many");
        }
    }
}
