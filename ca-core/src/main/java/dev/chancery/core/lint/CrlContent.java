package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a CRL says, read without an object per entry: for comparing it with its predecessor. Reads any CRL that has the
 * right outline; whether it is a good one is {@link CrlJudge}'s question.
 */
public final class CrlContent {
    private final JudgedCrl crl;

    private CrlContent(JudgedCrl crl) {
        this.crl = crl;
    }

    /** @throws IllegalArgumentException when the octets are no CRL, with the place */
    public static CrlContent read(ByteBuffer crl) {
        return new CrlContent(JudgedCrl.read(crl));
    }

    /** @throws IllegalArgumentException when the octets are no CRL, with the place */
    public static CrlContent read(Der crl) {
        return new CrlContent(JudgedCrl.read(crl));
    }

    /** Takes one entry after the other, in the order of the CRL. */
    @FunctionalInterface
    public interface Visitor {
        /** @param reasonCode CRLReason, empty when the entry has none, which means unspecified */
        void entry(BigInteger serial, Instant revocationDate, OptionalInt reasonCode);
    }

    /** DER of the issuer's name. */
    public Der issuer() {
        return crl.fields().issuer().encoded();
    }

    public Instant thisUpdate() {
        return instant(crl.thisUpdate());
    }

    public Optional<Instant> nextUpdate() {
        return crl.nextUpdate().map(CrlContent::instant);
    }

    /**
     * Whether this CA's key signed it.
     *
     * @param certificate DER
     * @throws IllegalArgumentException when that cannot be found out
     */
    public boolean signedBy(Der certificate) {
        return CrlSignature.verifies(crl, JudgedCertificate.read(certificate).key());
    }

    /** CRLNumber. */
    public Optional<BigInteger> number() {
        return crl.number();
    }

    /** BaseCRLNumber; empty for a full CRL. */
    public Optional<BigInteger> deltaBase() {
        return crl.deltaBase();
    }

    /** FreshestCRL: the one address of its delta CRL; empty when it has none, or says so in another way. */
    public Optional<String> freshest() {
        return crl.extension(ObjectIdentifiers.FRESHEST_CRL)
                .map(extension -> DistributionPoint.readAll(extension.value()))
                .filter(points -> points.size() == 1 && points.get(0).fullName().size() == 1)
                .map(points -> points.get(0).fullName().get(0).text());
    }

    /** The addresses of an IssuingDistributionPoint: of a partition's own; empty when there is none. */
    public List<String> distributionPoint() {
        return crl.distributionPoint()
                .map(point -> point.fullName().stream().map(GeneralName::text).toList())
                .orElse(List.of());
    }

    /** Microsoft's Next CRL Publish. */
    public Optional<Instant> nextPublish() {
        return crl.nextPublish().map(CrlContent::instant);
    }

    public int count() {
        int count = 0;
        for (CrlEntryCursor entry = crl.entries(); entry.next(); ) {
            count++;
        }
        return count;
    }

    /** Before the first entry, whose places are those in the buffer. */
    public CrlEntryCursor entries() {
        return crl.entries();
    }

    /** @throws IllegalArgumentException at the first entry that cannot be read */
    public void forEach(Visitor visitor) {
        for (CrlEntryCursor entry = crl.entries(); entry.next(); ) {
            visitor.entry(entry.serial(), Instant.ofEpochSecond(entry.revokedAt()), entry.reasonCode());
        }
    }

    static Instant instant(EncodedTime time) {
        return time.instant()
                .orElseThrow(() -> new UnreadableException("the time " + Shown.quoted(time.text())
                        + " is not Zulu with seconds and without fractions (RFC 5280 §5.1.2.4)"));
    }
}
