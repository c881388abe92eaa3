package dev.chancery.core.issuance;

import dev.chancery.core.authority.CrlPartition;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.keys.SignatureAlgorithm;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.PublishedAt;
import dev.chancery.core.profile.SignatureRule;
import dev.chancery.core.profile.SignatureRule.RsaPadding;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.SubjectName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * The signing side of a certificate: the key, and the parts that every certificate of one issuer has in common, encoded
 * once.
 *
 * @param certificate DER of the issuer's certificate; empty for a root that is being made
 * @param name the issuer's subject, octet by octet (RFC 5280 §4.1.2.4)
 * @param crlDistributionPoints of certificates that belong to no partition
 * @param partitions the same for each partition, by number from 1; empty when there are none
 */
record Signatory(
        SigningKey key,
        Optional<Der> certificate,
        ASN1Primitive name,
        ASN1Primitive signatureAlgorithm,
        ASN1Primitive authorityKeyIdentifier,
        Optional<ASN1Primitive> crlDistributionPoints,
        List<ASN1Primitive> partitions,
        Optional<ASN1Primitive> authorityInformationAccess) {

    static Signatory of(Issuer issuer) {
        SigningKey key = issuer.signingKey();
        Der identifier =
                issuer.certificate().subjectKeyIdentifier().orElseGet(() -> KeyIdentifier.of(key.publicKeyInfo()));
        PublicationAddresses addresses = issuer.addresses();
        return new Signatory(
                key,
                Optional.of(issuer.certificate().der()),
                ExactDer.read(issuer.certificate().subject().der()),
                ExactDer.read(key.algorithm().identifier()),
                authorityKeyIdentifier(identifier),
                addresses.crl().isEmpty() ? Optional.empty() : Optional.of(crlDistributionPoints(addresses.crl())),
                partitions(issuer),
                informationAccess(addresses));
    }

    private static List<ASN1Primitive> partitions(Issuer issuer) {
        return IntStream.rangeClosed(1, issuer.partitions())
                .mapToObj(number -> crlDistributionPoints(issuer.addresses().crl().stream()
                        .map(full -> CrlPartition.address(full, number))
                        .toList()))
                .toList();
    }

    /** For certificates of CAs, which are few and point to the full CRL. */
    Signatory withoutPartitions() {
        return new Signatory(
                key,
                certificate,
                name,
                signatureAlgorithm,
                authorityKeyIdentifier,
                crlDistributionPoints,
                List.of(),
                authorityInformationAccess);
    }

    /** To which partition a certificate belongs, if it says where its CRL is and there are partitions. */
    OptionalInt partition(Contents contents, SerialNumber serial) {
        return contents.published().crlDistributionPoint()
                ? CrlPartition.of(serial, partitions.size())
                : OptionalInt.empty();
    }

    /** The CRL distribution point of a certificate with this serial; empty when it has none. */
    Optional<ASN1Primitive> crlDistributionPoints(Contents contents, SerialNumber serial) {
        OptionalInt partition = partition(contents, serial);
        if (partition.isPresent()) {
            return Optional.of(partitions.get(partition.getAsInt() - 1));
        }
        return contents.published().crlDistributionPoint() ? crlDistributionPoints : Optional.empty();
    }

    /** The same, signing as a profile asks for, with its addresses in place of the CA's. */
    static Signatory of(Issuer issuer, CertificateProfile profile) {
        Signatory usual = of(issuer);
        PublishedAt own = profile.publishedAt();
        SigningKey key = usual.key().making(algorithm(usual.key().algorithm(), profile.signature()));
        PublicationAddresses addresses = new PublicationAddresses(
                either(own.crl(), issuer.addresses().crl()),
                either(own.caCertificate(), issuer.addresses().caIssuers()),
                either(own.ocsp(), issuer.addresses().ocsp()));
        return new Signatory(
                key,
                usual.certificate(),
                usual.name(),
                ExactDer.read(key.algorithm().identifier()),
                usual.authorityKeyIdentifier(),
                own.crl().isEmpty() ? usual.crlDistributionPoints() : Optional.of(crlDistributionPoints(own.crl())),
                // What a profile names itself is served elsewhere, as one list.
                own.crl().isEmpty() ? usual.partitions() : List.of(),
                informationAccess(addresses));
    }

    private static SignatureAlgorithm algorithm(SignatureAlgorithm usual, SignatureRule rule) {
        boolean pss = rule.rsa() == RsaPadding.PSS;
        String hash = rule.hash()
                .map(stated -> "SHA-" + stated.jcaName().substring(3))
                .orElse(usual.hash());
        return SignatureAlgorithm.of(usual.keyFactory(), hash, pss);
    }

    private static List<URI> either(List<URI> own, List<URI> usual) {
        return own.isEmpty() ? usual : own;
    }

    /** A root signs itself and points nowhere: who trusts it has it, and nobody above could revoke it. */
    static Signatory selfSigned(SubjectName subject, SigningKey key) {
        return new Signatory(
                key,
                Optional.empty(),
                ExactDer.read(subject.der()),
                ExactDer.read(key.algorithm().identifier()),
                authorityKeyIdentifier(KeyIdentifier.of(key.publicKeyInfo())),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** By key identifier only (RFC 5280 §4.2.1.1). */
    private static ASN1Primitive authorityKeyIdentifier(Der identifier) {
        return Extensions.plain(Extension.authorityKeyIdentifier, new AuthorityKeyIdentifier(identifier.unsafeOctets()))
                .toASN1Primitive();
    }

    /** One DistributionPoint whose fullName holds every URI: they are copies of one CRL (RFC 5280 §4.2.1.13). */
    private static ASN1Primitive crlDistributionPoints(List<URI> addresses) {
        GeneralName[] names = addresses.stream().map(Signatory::uri).toArray(GeneralName[]::new);
        DistributionPoint point = new DistributionPoint(new DistributionPointName(new GeneralNames(names)), null, null);
        return Extensions.plain(Extension.cRLDistributionPoints, new CRLDistPoint(new DistributionPoint[] {point}))
                .toASN1Primitive();
    }

    private static Optional<ASN1Primitive> informationAccess(PublicationAddresses addresses) {
        List<AccessDescription> descriptions = new ArrayList<>();
        addresses
                .caIssuers()
                .forEach(address ->
                        descriptions.add(new AccessDescription(AccessDescription.id_ad_caIssuers, uri(address))));
        addresses
                .ocsp()
                .forEach(
                        address -> descriptions.add(new AccessDescription(AccessDescription.id_ad_ocsp, uri(address))));
        return descriptions.isEmpty()
                ? Optional.empty()
                : Optional.of(Extensions.plain(
                                Extension.authorityInfoAccess,
                                new AuthorityInformationAccess(descriptions.toArray(AccessDescription[]::new)))
                        .toASN1Primitive());
    }

    private static GeneralName uri(URI address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address.toString());
    }
}
