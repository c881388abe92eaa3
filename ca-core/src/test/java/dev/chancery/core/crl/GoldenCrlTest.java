package dev.chancery.core.crl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.GoldenCrls.Golden;
import dev.chancery.core.crl.GoldenCrls.Line;
import dev.chancery.core.judges.OpenSsl;
import dev.chancery.core.judges.Pkix;
import dev.chancery.core.lint.CrlJudge;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The octets of a CRL")
final class GoldenCrlTest {
    private static final ASN1ObjectIdentifier CA_VERSION = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.1");
    private static final ASN1ObjectIdentifier NEXT_PUBLISH = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.4");

    @TempDir
    Path work;

    static Stream<Golden> all() {
        return GoldenCrls.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    @DisplayName("are those of the golden file, which are those that Bouncy Castle's builder makes")
    void golden(Golden golden) throws Exception {
        byte[] made = golden.made().octets().der().octets();

        assertThat(Der.copyOf(made).hex())
                .isEqualTo(Der.ofOwned(bouncyCastle(golden)).hex());
        assertThat(Der.copyOf(made).hex())
                .isEqualTo(
                        Der.ofOwned(GoldenCrls.resource(golden.name() + ".crl")).hex());
    }

    @ParameterizedTest(name = "{0} entries")
    @ValueSource(ints = {1, 2, 3, 5, 6, 1_335, 1_336, 1_337, 1_338})
    @DisplayName("are those that Bouncy Castle's builder makes where a length begins to take another octet")
    void lengths(int entries) throws Exception {
        asBouncyCastle(entries);
    }

    @ParameterizedTest(name = "{0} entries")
    @Tag("long")
    @ValueSource(ints = {342_392, 342_393})
    @DisplayName("are those that Bouncy Castle's builder makes where a length begins to take four octets")
    void longest(int entries) throws Exception {
        asBouncyCastle(entries);
    }

    private static void asBouncyCastle(int entries) throws Exception {
        Golden golden = GoldenCrls.ofLength(entries);

        assertThat(golden.made().octets().der()).isEqualTo(Der.ofOwned(bouncyCastle(golden)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    @DisplayName(
            "of the golden file are read by Bouncy Castle, the JDK and openssl, which all find in it what was meant")
    void read(Golden golden) throws Exception {
        Der crl = Der.ofOwned(GoldenCrls.resource(golden.name() + ".crl"));

        bouncyCastleReads(golden, crl);
        jdkReads(golden, crl);
        opensslReads(golden, crl);
        assertThat(CrlJudge.judge(crl, GoldenCrls.issuer().certificate().der())).isEmpty();
    }

    @Test
    @DisplayName("have a golden file for each case, and no file without one")
    void complete() throws Exception {
        Path folder =
                Path.of(getClass().getResource("/crl-golden/empty.crl").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> found = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".crl"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found)
                    .isEqualTo(
                            all().map(golden -> golden.name() + ".crl").collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static void bouncyCastleReads(Golden golden, Der octets) throws Exception {
        X509CRLHolder crl = new X509CRLHolder(octets.octets());
        assertThat(crl.getThisUpdate()).isEqualTo(Date.from(golden.frame().thisUpdate()));
        assertThat(crl.getNextUpdate()).isEqualTo(Date.from(golden.frame().nextUpdate()));
        assertThat(crl.getRevokedCertificates().size()).isEqualTo(golden.lines().size());
        for (Line line : golden.lines()) {
            X509CRLEntryHolder entry = crl.getRevokedCertificate(line.serial());
            assertThat(entry.getRevocationDate()).isEqualTo(Date.from(line.date()));
            Extension reason = entry.getExtension(Extension.reasonCode);
            assertThat(
                            reason == null
                                    ? 0
                                    : CRLReason.getInstance(reason.getParsedValue())
                                            .getValue()
                                            .intValue())
                    .isEqualTo(line.reason());
            Extension date = entry.getExtension(Extension.invalidityDate);
            assertThat(
                            date == null
                                    ? null
                                    : ASN1GeneralizedTime.getInstance(date.getParsedValue())
                                            .getDate())
                    .isEqualTo(line.invalidityDate().map(Date::from).orElse(null));
        }
    }

    private static void jdkReads(Golden golden, Der octets) throws Exception {
        X509CRL crl = Pkix.crl(octets);
        crl.verify(GoldenCrls.issuer().certificate().toJca().getPublicKey());
        assertThat(crl.getThisUpdate()).isEqualTo(Date.from(golden.frame().thisUpdate()));
        Set<? extends X509CRLEntry> entries = crl.getRevokedCertificates();
        assertThat(entries == null ? 0 : entries.size())
                .isEqualTo(golden.lines().size());
        for (Line line : golden.lines()) {
            X509CRLEntry entry = crl.getRevokedCertificate(line.serial());
            assertThat(entry.getRevocationDate()).isEqualTo(Date.from(line.date()));
            assertThat(Optional.ofNullable(entry.getRevocationReason()).map(java.security.cert.CRLReason::name))
                    .isEqualTo(jdkName(line.reason()));
        }
    }

    private static Optional<String> jdkName(int reason) {
        return switch (reason) {
            case 0 -> Optional.empty();
            case DeltaEntries.REMOVE_FROM_CRL -> Optional.of("REMOVE_FROM_CRL");
            default -> Optional.of(RevocationReason.ofCode(reason).name());
        };
    }

    private void opensslReads(Golden golden, Der octets) {
        String text = new OpenSsl(work).text(octets, GoldenCrls.issuer().certificate());
        assertThat(text).contains("verify OK", "Issuer: O = Example, CN = Golden CA", "X509v3 CRL Number");
        assertThat(text.lines().filter(line -> line.strip().startsWith("Serial Number:")))
                .hasSize(golden.lines().size());
        for (Line line : golden.lines()) {
            assertThat(text).contains("Serial Number: " + hex(line.serial()));
        }
        assertThat(text.contains("X509v3 Delta CRL Indicator: critical"))
                .isEqualTo(golden.frame().scope() instanceof CrlScope.Delta);
    }

    private static String hex(BigInteger serial) {
        String digits = serial.toString(16).toUpperCase(java.util.Locale.ROOT);
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    /** The same content by code of others, from the fields up. */
    private static byte[] bouncyCastle(Golden golden) throws Exception {
        Issuer issuer = GoldenCrls.issuer();
        EncodedCertificate certificate = issuer.certificate();
        CrlFrame frame = golden.frame();
        X509v2CRLBuilder builder = new X509v2CRLBuilder(
                X500Name.getInstance(certificate.subject().der().octets()), time(frame.thisUpdate()));
        builder.setNextUpdate(time(frame.nextUpdate()));
        for (Line line : golden.lines()) {
            entry(builder, line);
        }
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new AuthorityKeyIdentifier(
                        certificate.subjectKeyIdentifier().orElseThrow().octets()));
        builder.addExtension(
                Extension.cRLNumber, false, new ASN1Integer(frame.number().value()));
        builder.addExtension(CA_VERSION, false, new ASN1Integer(0x20002));
        builder.addExtension(NEXT_PUBLISH, false, time(frame.nextPublish()));
        scope(builder, frame.scope());
        return builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(GoldenCrls.privateKey()))
                .getEncoded();
    }

    private static void entry(X509v2CRLBuilder builder, Line line) throws Exception {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        if (line.reason() != 0) {
            extensions.addExtension(Extension.reasonCode, false, CRLReason.lookup(line.reason()));
        }
        if (line.invalidityDate().isPresent()) {
            extensions.addExtension(
                    Extension.invalidityDate,
                    false,
                    new DERGeneralizedTime(Date.from(line.invalidityDate().get())));
        }
        if (extensions.isEmpty()) {
            builder.addCRLEntry(line.serial(), Date.from(line.date()), 0);
        } else {
            builder.addCRLEntry(line.serial(), Date.from(line.date()), extensions.generate());
        }
    }

    private static void scope(X509v2CRLBuilder builder, CrlScope scope) throws Exception {
        if (scope instanceof CrlScope.Delta delta) {
            builder.addExtension(
                    Extension.deltaCRLIndicator,
                    true,
                    new ASN1Integer(delta.base().value()));
        } else if (scope instanceof CrlScope.Full full && full.freshest().isPresent()) {
            GeneralName name = new GeneralName(
                    GeneralName.uniformResourceIdentifier, full.freshest().get().toString());
            DistributionPoint point =
                    new DistributionPoint(new DistributionPointName(new GeneralNames(name)), null, null);
            builder.addExtension(
                    Extension.freshestCRL,
                    false,
                    new CRLDistPoint(List.of(point).toArray(DistributionPoint[]::new)));
        }
    }

    /** RFC 5280 §5.1.2.4: UTCTime through 2049. */
    private static Time time(java.time.Instant instant) {
        Date date = Date.from(instant);
        boolean late = instant.atOffset(java.time.ZoneOffset.UTC).getYear() > 2049;
        return new Time(late ? new DERGeneralizedTime(date) : new DERUTCTime(date));
    }
}
