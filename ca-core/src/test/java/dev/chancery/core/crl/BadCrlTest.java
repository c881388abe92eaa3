package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.SubjectName;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("A bad CRL never replaces a good one (SECURITY.md rule 11):")
final class BadCrlTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String REASON_CODE = "2.5.29.21";

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);
    private final SampleAuthority stranger = new SampleAuthority("stranger", KeyAlgorithm.EC_P256, CrlFixture.NOW);
    private final EncodedCertificate first = fixture.revoked(YEAR, RevocationReason.SUPERSEDED);
    private final EncodedCertificate second = fixture.revoked(YEAR, RevocationReason.SUPERSEDED);
    private final CrlInspection inspection = new CrlInspection(fixture.stores.ledger());

    private CrlForgery forgery() {
        return new CrlForgery(fixture.authority.issuer(), CrlFixture.NOW, List.of(first, second));
    }

    private Set<SerialNumber> inspect(CrlDraft.Unjudged crl) {
        return inspection.inspect(crl, fixture.authority.issuer(), Optional.empty());
    }

    private void refused(CrlDraft.Unjudged crl) {
        assertThatThrownBy(() -> inspect(crl))
                .isInstanceOf(CrlFaultException.class)
                .hasMessageContaining("CRL 7 of \"issuing\" was thrown away: ")
                .hasMessageContaining("stays in force");
    }

    private DynamicTest spoiled(String how, Consumer<CrlForgery> spoil) {
        return DynamicTest.dynamicTest(how, () -> {
            CrlForgery forgery = forgery();
            spoil.accept(forgery);
            refused(forgery.sign());
        });
    }

    private DynamicTest damaged(String how, UnaryOperator<byte[]> damage) {
        return DynamicTest.dynamicTest(how, () -> {
            CrlForgery forgery = forgery();
            refused(forgery.as(Der.ofOwned(damage.apply(forgery.encoded().octets()))));
        });
    }

    private static byte[] flipped(byte[] octets, int at) {
        octets[at] ^= 1;
        return octets;
    }

    @Test
    @DisplayName("while the one that these are made from is good")
    void good() {
        assertThat(inspect(forgery().sign())).isEmpty();
    }

    @TestFactory
    @DisplayName("damaged octets")
    Stream<DynamicTest> octets() {
        return Stream.of(
                damaged("nothing at all", octets -> new byte[0]),
                damaged("cut off in the middle", octets -> Arrays.copyOf(octets, octets.length / 2)),
                damaged("one octet too many", octets -> Arrays.copyOf(octets, octets.length + 1)),
                damaged("a certificate", octets -> first.der().octets()),
                damaged("a bit of an entry flipped", octets -> flipped(octets, octets.length / 2)),
                damaged("a bit of the signature flipped", octets -> flipped(octets, octets.length - 5)));
    }

    @TestFactory
    @DisplayName("the frame (RFC 5280 §5.1)")
    Stream<DynamicTest> frame() {
        return Stream.of(
                spoiled(
                        "signed by another key",
                        crl -> crl.key = stranger.issuer().signingKey()),
                spoiled("version 1", crl -> crl.version = Optional.empty()),
                spoiled(
                        "another algorithm inside",
                        crl -> crl.innerAlgorithm = Der.fromHex("300a06082a8648ce3d040303")),
                spoiled(
                        "another algorithm outside",
                        crl -> crl.outerAlgorithm = Der.fromHex("300a06082a8648ce3d040303")),
                spoiled(
                        "another issuer",
                        crl -> crl.issuerName = stranger.issuer().certificate().subject()),
                spoiled("the issuer's name in other string types", crl -> crl.issuerName = printable()),
                spoiled("no nextUpdate", crl -> crl.nextUpdate = Optional.empty()),
                spoiled(
                        "another nextUpdate",
                        crl -> crl.nextUpdate = Optional.of(CrlFixture.NOW.plus(Duration.ofDays(70)))),
                spoiled("another thisUpdate", crl -> crl.thisUpdate = CrlFixture.NOW),
                spoiled(
                        "nextUpdate before thisUpdate",
                        crl -> crl.nextUpdate = Optional.of(CrlFixture.NOW.minus(Duration.ofDays(1)))));
    }

    /** The same name with PrintableString in the place of UTF8String. */
    private SubjectName printable() {
        String hex = fixture.authority.issuer().certificate().subject().der().hex();
        return new SubjectName(Der.fromHex(hex.replace("06035504030c", "060355040313")));
    }

    @TestFactory
    @DisplayName("the extensions (RFC 5280 §5.2)")
    Stream<DynamicTest> extensions() {
        String number = Extension.cRLNumber.getId();
        Extension ofStranger = CrlExtensions.authorityKeyIdentifier(stranger.issuer());
        return Stream.of(
                spoiled("no number", crl -> crl.extension(number, Optional.empty())),
                spoiled(
                        "another number",
                        crl -> crl.extension(number, Optional.of(CrlForgery.extension(number, false, "020108")))),
                spoiled(
                        "a critical number",
                        crl -> crl.extension(number, Optional.of(CrlForgery.extension(number, true, "020107")))),
                spoiled("the number twice", crl -> crl.extensions.add(CrlForgery.extension(number, false, "020107"))),
                spoiled(
                        "no key identifier",
                        crl -> crl.extension(Extension.authorityKeyIdentifier.getId(), Optional.empty())),
                spoiled(
                        "the key identifier of another CA",
                        crl -> crl.extension(Extension.authorityKeyIdentifier.getId(), Optional.of(ofStranger))),
                spoiled("no Next CRL Publish", crl -> crl.extension("1.3.6.1.4.1.311.21.4", Optional.empty())),
                spoiled(
                        "a Next CRL Publish after its end",
                        crl -> crl.extension(
                                "1.3.6.1.4.1.311.21.4",
                                Optional.of(CrlExtensions.nextPublish(CrlFixture.NOW.plus(Duration.ofDays(8)))))),
                spoiled(
                        "a delta's indicator",
                        crl -> crl.extensions.add(CrlForgery.extension("2.5.29.27", true, "020106"))),
                spoiled(
                        "a partition's IssuingDistributionPoint",
                        crl -> crl.extensions.add(CrlForgery.extension("2.5.29.28", true, "30038101ff"))),
                spoiled(
                        "an unknown critical extension",
                        crl -> crl.extensions.add(CrlForgery.extension("1.3.6.1.4.1.99999.1", true, "0500"))));
    }

    @TestFactory
    @DisplayName("the entries (RFC 5280 §5.1.2.6, §5.3)")
    Stream<DynamicTest> entries() {
        BigInteger serial = first.serial().value().min(second.serial().value());
        return Stream.of(
                spoiled("one is missing", crl -> crl.entries.remove(0)),
                spoiled("all are missing", crl -> crl.entries.clear()),
                spoiled("none, in a SEQUENCE that should be absent", crl -> {
                    crl.entries.clear();
                    crl.emptySequence = true;
                }),
                spoiled("one that nobody revoked", crl -> crl.entries.add(crl.entry(BigInteger.TEN))),
                spoiled(
                        "another serial in the place of one",
                        crl -> crl.entries.set(
                                0,
                                crl.entry(
                                        BigInteger.TEN, CrlExtensions.reasonCode(RevocationReason.SUPERSEDED.code())))),
                spoiled("one stands twice", crl -> crl.entries.add(1, crl.entries.get(0))),
                spoiled("a reason was lost", crl -> crl.entries.set(0, crl.entry(serial))),
                spoiled(
                        "removeFromCRL",
                        crl -> crl.entries.set(
                                0, crl.entry(serial, CrlForgery.extension(REASON_CODE, false, "0a0108")))),
                spoiled(
                        "the reason 7, which does not exist",
                        crl -> crl.entries.set(
                                0, crl.entry(serial, CrlForgery.extension(REASON_CODE, false, "0a0107")))),
                spoiled(
                        "a critical reason",
                        crl -> crl.entries.set(
                                0, crl.entry(serial, CrlForgery.extension(REASON_CODE, true, "0a0104")))));
    }
}
