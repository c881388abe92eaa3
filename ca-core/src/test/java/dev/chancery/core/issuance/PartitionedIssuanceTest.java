package dev.chancery.core.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalRecord;
import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.ledger.CertificateRecord;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A certificate of a CA with partitions")
final class PartitionedIssuanceTest {
    @TempDir
    Path directory;

    private final IssuanceFixture fixture = new IssuanceFixture(KeyAlgorithm.EC_P256, KeyAlgorithm.EC_P256);

    private static List<String> addresses(CertificateRecord certificate) {
        CRLDistPoint points = CRLDistPoint.getInstance(certificate
                .certificate()
                .structure()
                .getTBSCertificate()
                .getExtensions()
                .getExtensionParsedValue(Extension.cRLDistributionPoints));
        assertThat(points.getDistributionPoints()).hasSize(1);
        GeneralNames names = (GeneralNames)
                points.getDistributionPoints()[0].getDistributionPoint().getName();
        return Stream.of(names.getNames())
                .map(GeneralName::getName)
                .map(Object::toString)
                .toList();
    }

    private int recorded() {
        JournalRecord last = fixture.stores()
                .journal()
                .records()
                .get((int) fixture.stores().journal().lastSequence() - 1);
        return ((CertificateIssued) last.event()).partition().orElse(0);
    }

    @Test
    @DisplayName("names the CRL of its partition, at every address of the CA, and the journal says which it is")
    void partitioned() {
        PublicationAddresses addresses = new PublicationAddresses(
                List.of(URI.create("http://a.example.com/crl/issuing.crl"), URI.create("http://b.example.com/x")),
                fixture.issuing.addresses().caIssuers(),
                List.of());
        fixture.server.issuers().replace(fixture.issuing.pointingTo(addresses).partitionedInto(3));
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 200 && seen.size() < 3; i++) {
            CertificateRecord certificate = fixture.issued(fixture.grant("web.example.com"));
            int partition = certificate.partition().orElseThrow();
            seen.add(partition);
            assertThat(partition)
                    .isEqualTo(CrlPartition.of(certificate.serial(), 3).orElseThrow());
            assertThat(addresses(certificate))
                    .containsExactly(
                            "http://a.example.com/crl/issuing-" + partition + ".crl",
                            "http://b.example.com/x-" + partition);
            assertThat(recorded()).isEqualTo(partition);
        }
        assertThat(seen).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    @DisplayName("names the full CRL, and belongs nowhere, while there are none")
    void none() {
        CertificateRecord certificate = fixture.issued(fixture.grant("web.example.com"));

        assertThat(certificate.partition()).isEmpty();
        assertThat(addresses(certificate)).containsExactly("http://ca.example.com/crl/issuing.crl");
        assertThat(recorded()).isZero();
    }
}
