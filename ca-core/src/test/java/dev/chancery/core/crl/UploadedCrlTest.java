package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Role;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.BadCrls.BadCrl;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.memory.Permits;
import dev.chancery.core.memory.SampleAuthority;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Objection;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("The CRL of an offline CA, signed elsewhere,")
final class UploadedCrlTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);
    private final Issuer online = fixture.authority.issuer();
    private final Issuer offline =
            Issuer.offline(online.name(), online.certificate(), online.chain(), online.addresses(), online.keyIndex());
    private final Issuer stranger = new SampleAuthority("stranger", KeyAlgorithm.EC_P256, CrlFixture.NOW).issuer();
    private final EncodedCertificate first = fixture.revoked(YEAR, BadCrls.REASON);
    private final EncodedCertificate second = fixture.revoked(YEAR, BadCrls.REASON);
    private final CrlAcceptance acceptance = new CrlAcceptance(
            fixture.stores.ledger(), fixture.stores.crlArchive(), fixture.stores.journal(), fixture.clock);

    private CrlForgery forgery() {
        return new CrlForgery(online, CrlFixture.NOW, List.of(first, second));
    }

    private UploadOutcome upload(Der octets, Optional<SignedCrl> predecessor) {
        return acceptance.accept(Permits.person("olga", Role.OFFICER), offline, octets, predecessor);
    }

    private SignedCrl accepted(Der octets, Optional<SignedCrl> predecessor) {
        return upload(octets, predecessor).fold(UploadOutcome.Accepted::crl, refused -> {
            throw new AssertionError(refused.objections().toString());
        });
    }

    private List<Objection> refused(Der octets, Optional<SignedCrl> predecessor) {
        long before = fixture.stores.journal().lastSequence();
        List<Objection> objections = upload(octets, predecessor)
                .fold(
                        accepted -> {
                            throw new AssertionError("accepted");
                        },
                        UploadOutcome.Refused::objections);
        assertThat(fixture.stores.journal().lastSequence()).isEqualTo(before);
        return objections;
    }

    private static Der changed(CrlForgery forgery, Consumer<CrlForgery> change) {
        change.accept(forgery);
        return forgery.encoded();
    }

    private static void number(CrlForgery crl, int number) {
        String oid = Extension.cRLNumber.getId();
        crl.extension(oid, Optional.of(CrlForgery.extension(oid, false, String.format("0201%02x", number))));
    }

    @Test
    @DisplayName("is recorded with its number, like one of our own, and the next one must have a higher one")
    void good() {
        SignedCrl crl = accepted(forgery().encoded(), Optional.empty());

        assertThat(crl.number().value()).isEqualTo(7);
        assertThat(crl.entries()).isEqualTo(2);
        CrlSigned event = (CrlSigned) fixture.lastRecord().event();
        assertThat(event.number()).isEqualTo(7);
        assertThat(event.sha256()).isEqualTo(crl.octets().sha256());
        assertThat(fixture.lastRecord().actor()).isEqualTo("olga");
        assertThat(rules(forgery().encoded(), Optional.of(crl))).containsExactly("crl-number-not-rising");
        accepted(changed(forgery(), next -> number(next, 8)), Optional.of(crl));
    }

    @Test
    @DisplayName("that was recorded but never published, since the process ended, is accepted again, without a record")
    void again() {
        accepted(forgery().encoded(), Optional.empty());
        long before = fixture.stores.journal().lastSequence();

        accepted(forgery().encoded(), Optional.empty());

        assertThat(fixture.stores.journal().lastSequence()).isEqualTo(before);
        assertThat(rules(
                        changed(forgery(), crl -> crl.nextUpdate = crl.nextUpdate.map(end -> end.plusSeconds(1))),
                        Optional.empty()))
                .containsExactly("crl-number-not-rising");
    }

    @Test
    @DisplayName("is taken for an offline CA only")
    void online() {
        assertThat(acceptance
                        .accept(
                                Permits.person("olga", Role.OFFICER),
                                online,
                                forgery().encoded(),
                                Optional.empty())
                        .<String>fold(
                                accepted -> "",
                                refused -> refused.objections().get(0).rule()))
                .isEqualTo("crl-not-offline");
    }

    private List<String> rules(Der octets, Optional<SignedCrl> predecessor) {
        return refused(octets, predecessor).stream().map(Objection::rule).toList();
    }

    private List<BadCrl> faults() {
        return BadCrls.all(
                online, stranger, first.serial().value().min(second.serial().value()));
    }

    @Test
    @DisplayName("can be bad in 25 ways and more")
    void enough() {
        assertThat(faults()).hasSizeGreaterThanOrEqualTo(25);
    }

    @TestFactory
    @DisplayName("is refused by the rule that its fault breaks:")
    Stream<DynamicTest> faulty() {
        return faults().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.how() + ": " + fault.rule(), () -> {
                    List<Objection> objections = refused(fault.made(forgery()), Optional.empty());
                    assertThat(objections).extracting(Objection::rule).contains(fault.rule());
                    assertThat(objections)
                            .allMatch(objection -> !objection.message().isBlank());
                }));
    }

    @TestFactory
    @DisplayName("and one of our own with the same fault is thrown away, for the same reason:")
    Stream<DynamicTest> own() {
        CrlInspection inspection = new CrlInspection(fixture.stores.ledger());
        return faults().stream()
                .map(fault -> DynamicTest.dynamicTest(
                        fault.how() + ": " + fault.rule(),
                        () -> assertThatThrownBy(() -> {
                                    CrlForgery forgery = forgery();
                                    inspection.inspect(forgery.as(fault.made(forgery)), online, Optional.empty());
                                })
                                .isInstanceOf(CrlFaultException.class)
                                .hasMessageContaining("was thrown away: ")
                                .hasMessageContaining(fault.rule() + ": ")));
    }

    @TestFactory
    @DisplayName("is refused when it does not fit what is known here:")
    Stream<DynamicTest> unfit() {
        EncodedCertificate good = fixture.issue(YEAR);
        return Stream.of(
                unfit("an entry is missing", "crl-entry-missing", "is missing from it", crl -> crl.entries.remove(0)),
                unfit("all are missing", "crl-entry-missing", "is missing from it", crl -> crl.entries.clear()),
                unfit(
                        "it lists a certificate that is valid here",
                        "crl-entry-not-revoked",
                        good.serial().toString(),
                        crl -> {
                            crl.entries.clear();
                            Stream.of(first, second, good)
                                    .map(certificate -> certificate.serial().value())
                                    .sorted()
                                    .forEach(serial -> crl.entries.add(crl.entry(serial)));
                        }),
                unfit(
                        "it is a delta",
                        "crl-is-delta",
                        "Upload the full one",
                        crl -> crl.extensions.add(CrlForgery.extension("2.5.29.27", true, "020106"))),
                unfit(
                        "it begins in the future",
                        "crl-not-yet-valid",
                        "from the future",
                        crl -> crl.thisUpdate = CrlFixture.NOW.plusSeconds(60)),
                unfit("it has ended", "crl-ended", "It ended at", crl -> {
                    crl.extension("1.3.6.1.4.1.311.21.4", Optional.empty());
                    crl.nextUpdate = Optional.of(CrlFixture.NOW.minusSeconds(1));
                }));
    }

    private DynamicTest unfit(String how, String rule, String words, Consumer<CrlForgery> change) {
        return DynamicTest.dynamicTest(
                how,
                () -> assertThat(refused(changed(forgery(), change), Optional.empty()))
                        .anyMatch(objection -> objection.rule().equals(rule)
                                && objection.message().contains(words)));
    }

    @Test
    @DisplayName("is refused when it is older than the one in force, or forgets what only that one knows")
    void successor() {
        BigInteger unknown = BigInteger.TEN;
        SignedCrl before =
                accepted(changed(forgery(), crl -> crl.entries.add(0, crl.entry(unknown))), Optional.empty());

        assertThat(rules(
                        changed(forgery(), crl -> {
                            number(crl, 8);
                            crl.thisUpdate = crl.thisUpdate.minusSeconds(1);
                            crl.entries.add(0, crl.entry(unknown));
                        }),
                        Optional.of(before)))
                .containsExactly("crl-older");
        List<Objection> forgotten = refused(changed(forgery(), crl -> number(crl, 8)), Optional.of(before));
        assertThat(forgotten).extracting(Objection::rule).containsExactly("crl-entry-dropped");
        assertThat(forgotten.get(0).message()).contains("Certificate 0a, revoked in CRL 7");
    }
}
