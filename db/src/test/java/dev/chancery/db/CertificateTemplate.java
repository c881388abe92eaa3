package dev.chancery.db;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * One really signed server certificate, and any number of others that are its octets with another serial and other names
 * of the same length: parsers read them, indexes have work to do, and no time goes into signing.
 */
final class CertificateTemplate {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String DIGITS = "0000000";
    private static final int SERIAL_OCTETS = 16;
    private static final BigInteger FIRST_SERIAL = BigInteger.ONE.shiftLeft(SERIAL_OCTETS * 8 - 2);

    private final byte[] octets;
    private final int serialAt;
    private final List<Integer> digitsAt = new ArrayList<>();

    CertificateTemplate() {
        octets = signed();
        serialAt = positions(FIRST_SERIAL.toByteArray()).get(0);
        byte[] mark = ("host-" + DIGITS).getBytes(StandardCharsets.US_ASCII);
        positions(mark).forEach(at -> digitsAt.add(at + mark.length - DIGITS.length()));
    }

    private static byte[] signed() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    new X500Name("CN=Large Lab Issuing CA,O=Example"),
                    FIRST_SERIAL,
                    Date.from(START),
                    Date.from(START.plus(365, ChronoUnit.DAYS)),
                    new X500Name("CN=host-" + DIGITS + ".lab.example.test"),
                    SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "host-" + DIGITS + ".lab.example.test"),
                new GeneralName(GeneralName.dNSName, "host-" + DIGITS + ".pool.example.test")
            }));
            builder.addExtension(
                    Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point()}));
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException("a certificate cannot be made", e);
        }
    }

    private static DistributionPoint point() {
        GeneralName url = new GeneralName(
                GeneralName.uniformResourceIdentifier, "http://pki.lab.example.test:8080/crl/issuing.crl");
        return new DistributionPoint(new DistributionPointName(new GeneralNames(url)), null, null);
    }

    private List<Integer> positions(byte[] wanted) {
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at <= octets.length - wanted.length; at++) {
            if (ByteBuffer.wrap(octets, at, wanted.length).equals(ByteBuffer.wrap(wanted))) {
                found.add(at);
            }
        }
        return found;
    }

    /** @param number below ten millions */
    Der certificate(int number) {
        byte[] copy = octets.clone();
        ByteBuffer.wrap(copy).putLong(serialAt + 1, scattered(number)).putInt(serialAt + 12, number);
        byte[] digits = String.format("%07d", number).getBytes(StandardCharsets.US_ASCII);
        digitsAt.forEach(at -> System.arraycopy(digits, 0, copy, at, digits.length));
        return Der.ofOwned(copy);
    }

    /** The same, which ends on another day: the month and the day of the first of January are replaced. */
    Der ending(int number) {
        byte[] octets = certificate(number).octets();
        byte[] end = "270101000000Z".getBytes(StandardCharsets.US_ASCII);
        byte[] other = "26%02d%02d%02d%02d00Z"
                .formatted(1 + number % 12, 1 + number / 12 % 28, number % 24, number % 60)
                .getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at <= octets.length - end.length; at++) {
            if (Arrays.equals(octets, at, at + end.length, end, 0, end.length)) {
                System.arraycopy(other, 0, octets, at, other.length);
            }
        }
        return Der.ofOwned(octets);
    }

    SerialNumber serial(int number) {
        byte[] serial = FIRST_SERIAL.toByteArray();
        ByteBuffer.wrap(serial).putLong(1, scattered(number)).putInt(12, number);
        return new SerialNumber(new BigInteger(serial));
    }

    /** Serials are random, so an index of them grows in all places at once. */
    private static long scattered(int number) {
        return (number + 1) * 0x9E3779B97F4A7C15L;
    }
}
