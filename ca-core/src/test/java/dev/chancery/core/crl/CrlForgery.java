package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SubjectName;
import dev.chancery.core.x509.X509Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;

/** A CRL put together by hand: good as it begins, and any part of it can be spoiled before it is signed. */
final class CrlForgery {
    Optional<ASN1Integer> version = Optional.of(new ASN1Integer(1));
    Der innerAlgorithm;
    Der outerAlgorithm;
    SubjectName issuerName;
    Optional<Instant> nextUpdate;
    Instant thisUpdate;
    SigningKey key;
    boolean emptySequence;
    final List<ASN1Encodable> entries = new ArrayList<>();
    final List<Extension> extensions = new ArrayList<>();
    private final SignedCrl meant;
    private final EntryTally tally = new EntryTally();
    private final String name;

    /** The CRL that should have been: number 7, with these certificates, superseded at its thisUpdate. */
    CrlForgery(Issuer issuer, Instant now, List<EncodedCertificate> revoked) {
        CrlTerms terms = CrlTerms.standard();
        thisUpdate = now.minus(terms.backdate());
        nextUpdate = Optional.of(now.plus(terms.lifetime()));
        Instant nextPublish = now.plus(terms.interval());
        CrlNumber number = new CrlNumber(BigInteger.valueOf(7));
        name = issuer.name();
        key = issuer.signingKey();
        innerAlgorithm = key.algorithm().identifier();
        outerAlgorithm = innerAlgorithm;
        issuerName = issuer.certificate().subject();
        revoked.stream()
                .map(certificate -> certificate.serial().value())
                .sorted()
                .forEach(serial -> {
                    tally.add(serial, thisUpdate.getEpochSecond(), 4);
                    entries.add(entry(serial, CrlExtensions.reasonCode(RevocationReason.SUPERSEDED.code())));
                });
        extensions.add(CrlExtensions.authorityKeyIdentifier(issuer));
        extensions.add(CrlExtensions.crlNumber(number));
        extensions.add(CrlExtensions.caVersion(0));
        extensions.add(CrlExtensions.nextPublish(nextPublish));
        meant = new SignedCrl(
                name,
                number,
                thisUpdate,
                nextUpdate.get(),
                nextPublish,
                revoked.size(),
                CrlOctets.of(Der.fromHex("3000")));
    }

    ASN1Encodable entry(BigInteger serial, Extension... entryExtensions) {
        ASN1EncodableVector entry = new ASN1EncodableVector();
        entry.add(new ASN1Integer(serial));
        entry.add(X509Time.time(thisUpdate));
        if (entryExtensions.length > 0) {
            entry.add(new DERSequence(entryExtensions));
        }
        return new DERSequence(entry);
    }

    /** Replaces the extension of that type, or leaves it out. */
    void extension(String oid, Optional<Extension> replacement) {
        extensions.removeIf(extension -> extension.getExtnId().getId().equals(oid));
        replacement.ifPresent(extensions::add);
    }

    static Extension extension(String oid, boolean critical, String hex) {
        return new Extension(
                new ASN1ObjectIdentifier(oid), critical, Der.fromHex(hex).octets());
    }

    /** As it came out, with what it was meant to be. */
    CrlDraft.Unjudged sign() {
        return as(encoded());
    }

    /** These octets in the place of the CRL that was meant. */
    CrlDraft.Unjudged as(Der octets) {
        SignedCrl crl = new SignedCrl(
                name,
                meant.number(),
                meant.thisUpdate(),
                meant.nextUpdate(),
                meant.nextPublish(),
                meant.entries(),
                CrlOctets.of(octets));
        return new CrlDraft.Unjudged(
                crl, tally.copy(), ByteBuffer.allocate(0), CompletableFuture.completedFuture(null));
    }

    Der encoded() {
        ASN1EncodableVector tbs = new ASN1EncodableVector();
        version.ifPresent(tbs::add);
        tbs.add(parsed(innerAlgorithm));
        tbs.add(parsed(issuerName.der()));
        tbs.add(X509Time.time(thisUpdate));
        nextUpdate.map(X509Time::time).ifPresent(tbs::add);
        if (!entries.isEmpty() || emptySequence) {
            tbs.add(new DERSequence(entries.toArray(ASN1Encodable[]::new)));
        }
        if (!extensions.isEmpty()) {
            tbs.add(new DERTaggedObject(true, 0, new DERSequence(extensions.toArray(ASN1Encodable[]::new))));
        }
        Der octets = encoded(new DERSequence(tbs));
        return encoded(new DERSequence(new ASN1Encodable[] {
            parsed(octets),
            parsed(outerAlgorithm),
            new DERBitString(key.sign(octets).octets())
        }));
    }

    private static ASN1Primitive parsed(Der der) {
        try {
            return ASN1Primitive.fromByteArray(der.octets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Der encoded(ASN1Encodable value) {
        try {
            return Der.ofOwned(value.toASN1Primitive().getEncoded("DER"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
