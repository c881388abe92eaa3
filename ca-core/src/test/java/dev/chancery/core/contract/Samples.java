package dev.chancery.core.contract;

import dev.chancery.core.journal.JournalEvent.CertificateIssued;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Events to store. Certificates have the shape of real ones, and octets that are no signature in the place of one: stores
 * do not verify, and thousands must be made quickly.
 */
public final class Samples {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private Samples() {}

    /** A certificate for a serial such as {@code 4f01}. */
    public static Certificate certificate(String serial) {
        return new Certificate(
                SerialNumber.parse(serial),
                List.of("www.lab.test"),
                START.plus(365, ChronoUnit.DAYS),
                "issuing",
                "server",
                "alice",
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    /** @param key number of its key; certificates with the same number have the same key */
    public record Certificate(
            SerialNumber serial,
            List<String> names,
            Instant notAfter,
            String issuer,
            String profile,
            String requester,
            Optional<String> idempotencyKey,
            Optional<Long> request,
            int key,
            OptionalInt partition,
            OptionalInt profileVersion) {
        public Certificate names(String... others) {
            return new Certificate(
                    serial,
                    List.of(others),
                    notAfter,
                    issuer,
                    profile,
                    requester,
                    idempotencyKey,
                    request,
                    key,
                    partition,
                    profileVersion);
        }

        public Certificate until(String notAfterText) {
            return new Certificate(
                    serial,
                    names,
                    Instant.parse(notAfterText),
                    issuer,
                    profile,
                    requester,
                    idempotencyKey,
                    request,
                    key,
                    partition,
                    profileVersion);
        }

        public Certificate by(String otherIssuer, String otherProfile) {
            return new Certificate(
                    serial,
                    names,
                    notAfter,
                    otherIssuer,
                    otherProfile,
                    requester,
                    idempotencyKey,
                    request,
                    key,
                    partition,
                    profileVersion);
        }

        public Certificate to(String otherRequester) {
            return new Certificate(
                    serial,
                    names,
                    notAfter,
                    issuer,
                    profile,
                    otherRequester,
                    idempotencyKey,
                    request,
                    key,
                    partition,
                    profileVersion);
        }

        public Certificate keyed(String text) {
            return new Certificate(
                    serial,
                    names,
                    notAfter,
                    issuer,
                    profile,
                    requester,
                    Optional.of(text),
                    request,
                    key,
                    partition,
                    profileVersion);
        }

        public Certificate fulfilling(long id) {
            return new Certificate(
                    serial,
                    names,
                    notAfter,
                    issuer,
                    profile,
                    requester,
                    idempotencyKey,
                    Optional.of(id),
                    key,
                    partition,
                    profileVersion);
        }

        public Certificate withKey(int number) {
            return new Certificate(
                    serial,
                    names,
                    notAfter,
                    issuer,
                    profile,
                    requester,
                    idempotencyKey,
                    request,
                    number,
                    partition,
                    profileVersion);
        }

        public Certificate in(int number) {
            return new Certificate(
                    serial,
                    names,
                    notAfter,
                    issuer,
                    profile,
                    requester,
                    idempotencyKey,
                    request,
                    key,
                    OptionalInt.of(number),
                    profileVersion);
        }

        /** By that version of its profile. */
        public Certificate made(int version) {
            return new Certificate(
                    serial,
                    names,
                    notAfter,
                    issuer,
                    profile,
                    requester,
                    idempotencyKey,
                    request,
                    key,
                    partition,
                    OptionalInt.of(version));
        }

        public EncodedCertificate encoded() {
            return new EncodedCertificate(der(this));
        }

        public CertificateIssued issued() {
            return new CertificateIssued(
                    issuer, der(this), profile, requester, idempotencyKey, request, partition, profileVersion);
        }

        public CertificateRevoked revoked(RevocationReason reason, Instant at) {
            return new CertificateRevoked(issuer, serial, reason, at, Optional.empty());
        }
    }

    public static RequestSubmitted request(long id) {
        return new RequestSubmitted(
                id,
                "server",
                "alice",
                Der.fromHex("3003020101"),
                Optional.of(List.of("dns:www.lab.test", "ip:10.0.0.7")),
                Optional.empty(),
                Optional.of("P90D"),
                Optional.empty(),
                List.of("www.lab.test is not one of your names"));
    }

    private static Der der(Certificate sample) {
        try {
            V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
            generator.setSerialNumber(
                    new org.bouncycastle.asn1.ASN1Integer(sample.serial().value()));
            generator.setIssuer(new X500Name("CN=" + sample.issuer()));
            generator.setSubject(new X500Name("CN=" + sample.names().get(0)));
            generator.setStartDate(new Time(Date.from(START)));
            generator.setEndDate(new Time(Date.from(sample.notAfter())));
            generator.setSignature(ECDSA);
            generator.setSubjectPublicKeyInfo(publicKey(sample.key()));
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(
                            sample.names().stream().map(Samples::generalName).toArray(GeneralName[]::new)));
            generator.setExtensions(extensions.generate());
            ASN1EncodableVector certificate = new ASN1EncodableVector();
            certificate.add(generator.generateTBSCertificate());
            certificate.add(ECDSA);
            certificate.add(new DERBitString(new byte[71]));
            return Der.ofOwned(new DERSequence(certificate).getEncoded("DER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GeneralName generalName(String name) {
        if (name.contains("@")) {
            return new GeneralName(GeneralName.rfc822Name, name);
        }
        boolean address = name.matches("[0-9.]+|.*:.*");
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    /** 65 octets that look like a point of P-256. */
    private static SubjectPublicKeyInfo publicKey(int number) {
        byte[] point = new byte[65];
        point[0] = 4;
        byte[] octets = BigInteger.valueOf(number).toByteArray();
        System.arraycopy(octets, 0, point, point.length - octets.length, octets.length);
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(
                        X9ObjectIdentifiers.id_ecPublicKey, org.bouncycastle.asn1.sec.SECObjectIdentifiers.secp256r1),
                point);
    }
}
