package dev.chancery.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.csr.PredictableKeys;
import dev.chancery.core.inspection.FileInspector.Source;
import dev.chancery.core.lint.Finding;
import dev.chancery.core.lint.LintSamples;
import dev.chancery.core.lint.Severity;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The inspection of files")
class FileInspectorTest {
    private final FileInspector inspector = new FileInspector(PredictableKeys.none());

    private Inspection inspect(byte[] content) {
        return inspector.inspect(List.of(new Source("some.file", Der.copyOf(content))), List.of());
    }

    private Inspection inspect(String content) {
        return inspect(content.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @DisplayName("knows a certificate, a CRL and a request, in DER")
    void kinds() {
        assertThat(Stream.of(LintSamples.server(), LintSamples.crl(), LintSamples.request())
                        .map(der -> inspect(der.octets()).items().get(0).kind()))
                .containsExactly(Kind.CERTIFICATE, Kind.CRL, Kind.REQUEST);
    }

    @Test
    @DisplayName("finds the issuers within a chain, whatever the order, and has nothing to say of a good one")
    void chain() {
        String text = "some words\r\n" + Pem.encode("CERTIFICATE", LintSamples.server()) + "more\n"
                + Pem.encode("CERTIFICATE", LintSamples.root()) + Pem.encode("X509 CRL", LintSamples.crl());
        Inspection inspection = inspect(text);
        assertThat(inspection.items()).hasSize(3).allSatisfy(item -> {
            assertThat(item.findings()).isEmpty();
            assertThat(item.notes()).isEmpty();
        });
        assertThat(inspection.items()).extracting(Inspected::place).containsExactly("1 of 3", "2 of 3", "3 of 3");
        assertThat(inspection.items().get(0).about()).isEqualTo("O=Example,CN=www.example.com");
        assertThat(inspection.good()).isTrue();
    }

    @Test
    @DisplayName("knows an OCSP response, and judges it with the CA that it is about")
    void response() {
        Source response = new Source("answer.der", LintSamples.response());
        Inspected alone =
                inspector.inspect(List.of(response), List.of()).items().get(0);
        assertThat(alone.kind()).isEqualTo(Kind.RESPONSE);
        assertThat(alone.about()).isEqualTo("a CA that is not at hand");
        assertThat(alone.findings()).isEmpty();
        assertThat(alone.notes())
                .singleElement()
                .satisfies(note -> assertThat(note).contains("Give the certificate of the CA"));
        Inspected known = inspector
                .inspect(List.of(response), List.of(new Source("root", LintSamples.root())))
                .items()
                .get(0);
        assertThat(known.about()).isEqualTo("O=Example,CN=Test Root");
        assertThat(known.findings()).isEmpty();
        assertThat(known.notes()).isEmpty();
        Inspected error = inspect(Der.fromHex("30030a0103").octets()).items().get(0);
        assertThat(error.kind()).isEqualTo(Kind.RESPONSE);
        assertThat(error.findings()).isEmpty();
        assertThat(error.notes()).isEmpty();
    }

    @Test
    @DisplayName("says when an issuer is missing, and takes one from beside")
    void issuer() {
        Source leaf = new Source("leaf", LintSamples.server());
        assertThat(inspector.inspect(List.of(leaf), List.of()).items().get(0).notes())
                .singleElement()
                .asString()
                .contains("CN=Test Root", "signature was not checked");
        Inspection beside = inspector.inspect(List.of(leaf), List.of(new Source("ca", LintSamples.root())));
        assertThat(beside.items()).hasSize(1);
        assertThat(beside.items().get(0).notes()).isEmpty();
    }

    @Test
    @DisplayName("finds what is wrong, and says what to do next")
    void faulty() {
        Inspection inspection = inspect(LintSamples.faulty().octets());
        assertThat(inspection.good()).isFalse();
        Inspected item = inspection.items().get(0);
        Finding finding = item.findings().stream()
                .filter(found -> found.rule().equals("dns-underscore"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(item.nextStep(finding)).isEqualTo("Request a new certificate with this name corrected or left out.");
    }

    @Test
    @DisplayName("sees through a changed signature")
    void tampered() {
        byte[] octets = LintSamples.server().octets();
        octets[octets.length - 9] ^= 1;
        Inspection inspection = inspector.inspect(
                List.of(new Source("leaf", Der.copyOf(octets))), List.of(new Source("ca", LintSamples.root())));
        assertThat(inspection.items().get(0).findings())
                .extracting(Finding::rule)
                .contains("signature-verifies");
    }

    @Test
    @DisplayName("reads bare base64 and PKCS #7")
    void otherForms() {
        assertThat(inspect(Base64.getMimeEncoder()
                                .encodeToString(LintSamples.server().octets()))
                        .items())
                .hasSize(1);
        String certificates = LintSamples.server().hex() + LintSamples.root().hex();
        String inner = tlv("30", "020101" + "3100" + tlv("30", "06092a864886f70d010701") + tlv("a0", certificates));
        Der bag = Der.fromHex(tlv("30", "06092a864886f70d010702" + tlv("a0", inner)));
        assertThat(inspect(bag.octets()).items())
                .extracting(Inspected::kind)
                .hasSize(2)
                .containsOnly(Kind.CERTIFICATE);
    }

    private static String tlv(String tag, String content) {
        int length = content.length() / 2;
        String written = length < 128 ? String.format("%02x", length) : String.format("82%04x", length);
        return tag + written + content;
    }

    @Test
    @DisplayName("passes over private keys, and says so")
    void privateKeys() {
        Inspection inspection = inspect("-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----\n"
                + Pem.encode("CERTIFICATE", LintSamples.root()));
        assertThat(inspection.items()).hasSize(1);
        assertThat(inspection.remarks()).singleElement().asString().contains("line 1", "private key");
    }

    @Test
    @DisplayName("says of everything else what it is not, with the place")
    void unreadable() {
        String cut =
                Pem.encode("CERTIFICATE", LintSamples.root()).lines().limit(4).collect(Collectors.joining("\n"));
        assertThat(inspect("").unreadable()).containsExactly("some.file is empty.");
        assertThat(inspect("Dear Sir or Madam").unreadable())
                .singleElement()
                .asString()
                .contains("neither in PEM");
        assertThat(inspect("\n\n" + cut).unreadable())
                .singleElement()
                .asString()
                .contains("line 3", "no END line");
        assertThat(inspect("-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n")
                        .unreadable())
                .singleElement()
                .asString()
                .contains("base64");
        assertThat(inspect(new byte[] {0x30, 3, 2, 1, 1}).unreadable())
                .singleElement()
                .asString()
                .contains("something else");
        byte[] half = LintSamples.root().octets();
        assertThat(inspect(Arrays.copyOf(half, 100)).unreadable())
                .singleElement()
                .asString()
                .contains("damaged DER");
    }

    @Test
    @DisplayName("has a book of all rules, in which each stands once")
    void listed() {
        assertThat(RuleBook.all()).extracting(entry -> entry.rule().id()).doesNotHaveDuplicates();
        assertThat(RuleBook.find("dns-underscore")).isPresent();
        assertThat(RuleBook.find("no-such-rule")).isEmpty();
    }
}
