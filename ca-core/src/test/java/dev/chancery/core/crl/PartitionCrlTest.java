package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.access.Requester;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.judges.OpenSsl;
import dev.chancery.core.judges.Pkix;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.lint.CrlContent;
import dev.chancery.core.lint.CrlJudge;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.Validity;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The CRL of a partition (RFC 5280 §5.2.5)")
final class PartitionCrlTest {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String IDP = "2.5.29.28";

    @TempDir
    Path directory;

    private final CrlFixture fixture = new CrlFixture(KeyAlgorithm.EC_P256);
    private final Map<Integer, SignedCrl> inForce = new HashMap<>();

    private EncodedCertificate issue(int partition, Duration validFor) {
        Instant now = fixture.clock.instant();
        EncodedCertificate certificate =
                fixture.authority.sign("web.example.com", new Validity(now, now.plus(validFor)));
        fixture.stores
                .journal()
                .record(
                        Requester.system(),
                        new CertificateIssued(
                                "issuing",
                                certificate.der(),
                                "tls-server",
                                "rita",
                                Optional.empty(),
                                Optional.empty(),
                                partition == 0 ? OptionalInt.empty() : OptionalInt.of(partition)));
        return certificate;
    }

    private EncodedCertificate revoked(int partition, Duration validFor) {
        EncodedCertificate certificate = issue(partition, validFor);
        fixture.revoke(certificate, RevocationReason.SUPERSEDED, Optional.empty());
        return certificate;
    }

    private SignedCrl sign(int partition) {
        return sign(fixture, partition, Optional.ofNullable(inForce.get(partition)));
    }

    private SignedCrl sign(CrlFixture at, int partition, Optional<SignedCrl> before) {
        SignedCrl crl =
                at.crls.issue(Requester.system(), at.authority.issuer(), scope(partition), CrlTerms.standard(), before);
        inForce.put(partition, crl);
        return crl;
    }

    private CrlScope.Partition scope(int partition) {
        return new CrlScope.Partition(partition, fixture.authority.issuer().partitionAddresses(partition));
    }

    private static Set<BigInteger> serials(SignedCrl crl) {
        Set<BigInteger> serials = new HashSet<>();
        CrlContent.read(crl.octets().buffer()).forEach((serial, date, reason) -> serials.add(serial));
        return serials;
    }

    private static BigInteger serial(EncodedCertificate certificate) {
        return certificate.serial().value();
    }

    @Test
    @DisplayName("says critically at which addresses it stands, nothing else, and has numbers of its own")
    void form() {
        fixture.sign();
        fixture.sign();
        SignedCrl crl = sign(3);

        X509CRL read = Pkix.crl(crl.octets().der());
        assertThat(read.getCriticalExtensionOIDs()).containsExactly(IDP);
        IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(
                ASN1OctetString.getInstance(read.getExtensionValue(IDP)).getOctets());
        assertThat(point.getDistributionPoint().toString()).contains("http://ca.example.com/crl/issuing-3.crl");
        assertThat(point.onlyContainsUserCerts() || point.onlyContainsCACerts() || point.isIndirectCRL())
                .isFalse();
        assertThat(point.getOnlySomeReasons()).isNull();
        assertThat(read.getExtensionValue("2.5.29.46")).isNull();
        assertThat(crl.number()).isEqualTo(new CrlNumber(BigInteger.ONE));
        assertThat(crl.publication()).isEqualTo("issuing-3");
        assertThat(CrlJudge.judgePartition(
                        crl.octets().buffer(),
                        fixture.authority.issuer().certificate().der(),
                        entry -> {}))
                .isEmpty();
        assertThat(CrlJudge.judge(
                        crl.octets().der(),
                        fixture.authority.issuer().certificate().der()))
                .extracting(finding -> finding.rule())
                .containsExactly("crl-idp-absent");
        assertThat(fixture.lastRecord().event())
                .isInstanceOfSatisfying(
                        CrlSigned.class, signed -> assertThat(signed.scope()).isEqualTo("issuing/3"));
        SignedCrl found = CrlReader.read("issuing", fixture.authority.issuer().certificate(), crl.octets());
        assertThat(found.scope()).isEqualTo(crl.scope());
        assertThat(fixture.sign().number()).isEqualTo(new CrlNumber(BigInteger.valueOf(3)));
    }

    @Test
    @DisplayName("lists its own certificates only, from the ledger and from the CRL before it alike")
    void entries() {
        EncodedCertificate first = revoked(1, YEAR);
        EncodedCertificate other = revoked(2, YEAR);
        EncodedCertificate unpartitioned = revoked(0, YEAR);
        assertThat(serials(sign(1))).containsExactly(serial(first));
        assertThat(serials(sign(2))).containsExactly(serial(other));
        EncodedCertificate second = revoked(1, YEAR);
        EncodedCertificate late = revoked(2, YEAR);
        assertThat(serials(sign(1))).containsExactlyInAnyOrder(serial(first), serial(second));
        // Partition 2 has not looked at the journal since; partition 1 has, for both.
        assertThat(serials(sign(2))).containsExactlyInAnyOrder(serial(other), serial(late));
        assertThat(serials(fixture.sign()))
                .containsExactlyInAnyOrder(
                        serial(first), serial(other), serial(unpartitioned), serial(second), serial(late));
    }

    @Test
    @DisplayName("follows what is held and released while only other partitions were made")
    void held() {
        EncodedCertificate certificate = issue(2, YEAR);
        sign(1);
        sign(2);
        fixture.revoke(certificate, RevocationReason.CERTIFICATE_HOLD, Optional.empty());
        sign(1);
        fixture.release(certificate);
        sign(1);
        fixture.revoke(certificate, RevocationReason.KEY_COMPROMISE, Optional.empty());

        assertThat(serials(sign(2))).containsExactly(serial(certificate));
        assertThat(serials(sign(1))).isEmpty();
    }

    @Test
    @DisplayName("keeps an ended certificate for one CRL, also when its file was lost and others came since")
    void ended() {
        EncodedCertificate brief = revoked(1, Duration.ofDays(10));
        sign(1);
        fixture.clock.advance(Duration.ofDays(11));
        for (int i = 0; i < 3; i++) {
            sign(2);
        }
        inForce.remove(1);
        assertThat(serials(sign(1))).containsExactly(serial(brief));
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(serials(sign(1))).isEmpty();
    }

    @Test
    @DisplayName("is what the ledger says after any history, made by a process that knows nothing too")
    void random() {
        Random random = new Random(7);
        List<EncodedCertificate> certificates = new ArrayList<>();
        Map<EncodedCertificate, Integer> partitions = new HashMap<>();
        Set<EncodedCertificate> held = new HashSet<>();
        Map<Integer, Set<BigInteger>> expected =
                new HashMap<>(Map.of(1, new HashSet<>(), 2, new HashSet<>(), 3, new HashSet<>()));
        for (int step = 0; step < 400; step++) {
            int what = random.nextInt(5);
            if (what < 2 || certificates.isEmpty()) {
                int partition = 1 + random.nextInt(3);
                EncodedCertificate made = issue(partition, YEAR);
                certificates.add(made);
                partitions.put(made, partition);
            } else if (what == 2) {
                EncodedCertificate one = certificates.get(random.nextInt(certificates.size()));
                Set<BigInteger> listed = expected.get(partitions.get(one));
                if (listed.add(serial(one))) {
                    fixture.revoke(one, RevocationReason.CERTIFICATE_HOLD, Optional.empty());
                    held.add(one);
                } else if (held.remove(one)) {
                    fixture.release(one);
                    listed.remove(serial(one));
                }
            } else {
                int partition = 1 + random.nextInt(3);
                assertThat(serials(sign(partition))).as("step " + step).isEqualTo(expected.get(partition));
            }
        }
        CrlIssuer another = new CrlIssuer(
                fixture.stores.ledger(),
                fixture.stores.crlArchive(),
                fixture.stores.journal(),
                new dev.chancery.core.memory.MemorySpool(),
                fixture.clock);
        for (int partition = 1; partition <= 3; partition++) {
            SignedCrl crl = another.issue(
                    Requester.system(),
                    fixture.authority.issuer(),
                    scope(partition),
                    CrlTerms.standard(),
                    Optional.of(sign(partition)));
            assertThat(serials(crl)).isEqualTo(expected.get(partition));
        }
    }

    @Test
    @DisplayName("names the addresses that older certificates carry as well, after those of new ones")
    void formerAddresses() {
        fixture.authority
                .issuer()
                .havingHad(List.of(URI.create("http://old.example.com/crl/issuing.crl")))
                .partitionAddresses(2)
                .forEach(address -> assertThat(address.toString()).endsWith("/crl/issuing-2.crl"));
        CrlScope.Partition both = new CrlScope.Partition(
                2,
                fixture.authority
                        .issuer()
                        .havingHad(List.of(URI.create("http://old.example.com/crl/issuing.crl")))
                        .partitionAddresses(2));
        SignedCrl crl = fixture.crls.issue(
                Requester.system(), fixture.authority.issuer(), both, CrlTerms.standard(), Optional.empty());

        assertThat(CrlContent.read(crl.octets().buffer()).distributionPoint())
                .containsExactly("http://ca.example.com/crl/issuing-2.crl", "http://old.example.com/crl/issuing-2.crl");
    }

    @Test
    @DisplayName("is thrown away when it does not name its addresses")
    void wrongAddress() {
        SignedCrl other = sign(1);
        SignedCrl claimed = new SignedCrl(
                "issuing",
                scope(2),
                other.number(),
                other.signedAt(),
                other.thisUpdate(),
                other.nextUpdate(),
                other.nextPublish(),
                0,
                other.octets());

        assertThatThrownBy(() -> new CrlInspection(fixture.stores.ledger())
                        .inspect(
                                new CrlDraft.Unjudged(
                                        claimed,
                                        new EntryTally(),
                                        other.octets().buffer(),
                                        java.util.concurrent.CompletableFuture.completedFuture(null)),
                                fixture.authority.issuer(),
                                Optional.empty()))
                .isInstanceOf(CrlFaultException.class)
                .hasMessageContaining("its IssuingDistributionPoint is [http://ca.example.com/crl/issuing-1.crl]"
                        + " instead of [http://ca.example.com/crl/issuing-2.crl]");
    }

    @Test
    @DisplayName("is shown by OpenSSL as what it is")
    void openSsl() {
        revoked(1, YEAR);

        assertThat(new OpenSsl(directory)
                        .text(sign(1).octets().der(), fixture.authority.issuer().certificate()))
                .contains("X509v3 Issuing Distribution Point: critical", "URI:http://ca.example.com/crl/issuing-1.crl")
                .contains("verify OK");
    }
}
