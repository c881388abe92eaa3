package dev.chancery.core.x509;

import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.jspecify.annotations.Nullable;

/** A finished certificate: its exact DER and the parts that everyone asks for, decoded once. */
public final class EncodedCertificate {
    private static final String UPN_OID = "1.3.6.1.4.1.311.20.2.3";

    private final Der der;
    private final Certificate parsed;
    private final SerialNumber serial;
    private final SubjectName subject;
    private final SubjectName issuer;
    private final Validity validity;

    /** @throws IllegalArgumentException when the octets are no certificate */
    public EncodedCertificate(Der der) {
        this.der = der;
        this.parsed = read(() -> Certificate.getInstance(der.unsafeOctets()));
        TBSCertificate tbs = parsed.getTBSCertificate();
        this.serial = read(() -> new SerialNumber(tbs.getSerialNumber().getValue()));
        this.subject = read(() -> SubjectName.of(tbs.getSubject()));
        this.issuer = read(() -> SubjectName.of(tbs.getIssuer()));
        this.validity = read(() ->
                new Validity(CertificateTime.instant(tbs.getStartDate()), CertificateTime.instant(tbs.getEndDate())));
    }

    /** Bouncy Castle casts before it looks: what is no certificate can raise anything, {@code ClassCastException} too. */
    private static <T> T read(Supplier<T> part) {
        try {
            return part.get();
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a certificate: " + e.getMessage(), e);
        }
    }

    public static EncodedCertificate ofPem(String pem) {
        return new EncodedCertificate(Pem.decode(pem, "CERTIFICATE"));
    }

    public Der der() {
        return der;
    }

    public String pem() {
        return Pem.encode("CERTIFICATE", der);
    }

    /** Bouncy Castle's view, for builders and pages; judges parse {@link #der()} themselves. */
    public Certificate structure() {
        return parsed;
    }

    public SerialNumber serial() {
        return serial;
    }

    public SubjectName subject() {
        return subject;
    }

    public SubjectName issuer() {
        return issuer;
    }

    public Validity validity() {
        return validity;
    }

    /** SHA-256 over the DER. */
    public Der fingerprint() {
        return der.sha256();
    }

    /** DER of the SubjectPublicKeyInfo. */
    public Der subjectPublicKeyInfo() {
        try {
            return Der.ofOwned(parsed.getSubjectPublicKeyInfo().getEncoded("DER"));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a parsed key can be encoded again", e);
        }
    }

    public boolean selfIssued() {
        return subject.equals(issuer);
    }

    /** @throws IllegalArgumentException when that extension is broken, here and with those below */
    public boolean isCa() {
        BasicConstraints basic = extension(BasicConstraints::fromExtensions);
        return basic != null && basic.isCA();
    }

    public Optional<Der> subjectKeyIdentifier() {
        return Optional.ofNullable(this.<SubjectKeyIdentifier>extension(SubjectKeyIdentifier::fromExtensions))
                .map(identifier -> Der.copyOf(identifier.getKeyIdentifier()));
    }

    public Optional<Der> authorityKeyIdentifier() {
        return Optional.ofNullable(this.<AuthorityKeyIdentifier>extension(AuthorityKeyIdentifier::fromExtensions))
                .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
                .map(Der::copyOf);
    }

    /** The alternative names of the kinds that Chancery knows, in order; others are left out. */
    public List<SubjectAltName> subjectAltNames() {
        List<SubjectAltName> names = new ArrayList<>();
        GeneralNames found =
                extension(extensions -> GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName));
        if (found != null) {
            for (GeneralName name : found.getNames()) {
                known(name).ifPresent(names::add);
            }
        }
        return List.copyOf(names);
    }

    /** The JDK's view of the same octets. */
    public X509Certificate toJca() {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new java.io.ByteArrayInputStream(der.unsafeOctets()));
        } catch (CertificateException e) {
            throw new IllegalStateException("the JDK cannot read certificate " + serial.hex(), e);
        }
    }

    /** Null when there are none; Bouncy Castle's {@code fromExtensions} take that, but no empty list. */
    private <T> @Nullable T extension(Function<@Nullable Extensions, @Nullable T> decoder) {
        return read(() -> decoder.apply(parsed.getTBSCertificate().getExtensions()));
    }

    private static Optional<SubjectAltName> known(GeneralName name) {
        try {
            return switch (name.getTagNo()) {
                case GeneralName.dNSName ->
                    Optional.of(new SubjectAltName.Dns(name.getName().toString()));
                case GeneralName.iPAddress ->
                    Optional.of(new SubjectAltName.Ip(Der.copyOf(
                            ASN1OctetString.getInstance(name.getName()).getOctets())));
                case GeneralName.rfc822Name ->
                    Optional.of(new SubjectAltName.Email(name.getName().toString()));
                case GeneralName.uniformResourceIdentifier ->
                    Optional.of(new SubjectAltName.Uri(name.getName().toString()));
                case GeneralName.otherName -> upn(name);
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private static Optional<SubjectAltName> upn(GeneralName name) {
        var other = org.bouncycastle.asn1.x509.OtherName.getInstance(name.getName());
        return other.getTypeID().getId().equals(UPN_OID)
                ? Optional.of(new SubjectAltName.Upn(
                        ASN1UTF8String.getInstance(other.getValue()).getString()))
                : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EncodedCertificate certificate && der.equals(certificate.der);
    }

    @Override
    public int hashCode() {
        return der.hashCode();
    }

    @Override
    public String toString() {
        return "certificate " + serial.hex() + " for " + subject;
    }
}
