package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A CRL as the judge reads it. The entries are stepped through and never held: a list of millions costs no more memory
 * than its octets. Accessors throw {@link IllegalArgumentException} for a part that is not what stands in its place.
 */
final class JudgedCrl {
    private static final int MAXIMUM_DEPTH = 32;

    private final ByteBuffer octets;
    private final CrlFields fields;
    private final Lazy<List<JudgedExtension>> extensions;

    private JudgedCrl(ByteBuffer octets, CrlFields fields) {
        this.octets = octets;
        this.fields = fields;
        this.extensions = new Lazy<>(
                () -> fields.extensions().map(JudgedExtension::readAll).orElse(List.of()));
    }

    /**
     * @param octets from 0 to the limit
     * @throws IllegalArgumentException when the octets have not even the outline of a CRL
     */
    static JudgedCrl read(ByteBuffer octets) {
        CrlFields fields = CrlFields.read(octets);
        // No element is shorter than two octets, so the length bounds their number.
        fields.frame().forEach(part -> part.walk(MAXIMUM_DEPTH, part.encodedLength()));
        return new JudgedCrl(octets, fields);
    }

    static JudgedCrl read(Der der) {
        return read(ByteBuffer.wrap(der.unsafeOctets()));
    }

    ByteBuffer octets() {
        return octets;
    }

    CrlFields fields() {
        return fields;
    }

    AlgorithmIdentifier signature() {
        return AlgorithmIdentifier.read(fields.innerSignature());
    }

    EncodedTime thisUpdate() {
        return EncodedTime.read(fields.thisUpdate(), "thisUpdate");
    }

    Optional<EncodedTime> nextUpdate() {
        return fields.nextUpdate().map(time -> EncodedTime.read(time, "nextUpdate"));
    }

    List<JudgedExtension> extensions() {
        return extensions.get();
    }

    Optional<JudgedExtension> extension(String oid) {
        for (JudgedExtension extension : extensions()) {
            if (extension.oid().equals(oid)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    Optional<BigInteger> number() {
        return extension(ObjectIdentifiers.CRL_NUMBER).map(extension -> Asn1.integer(extension.value(), "cRLNumber"));
    }

    Optional<BigInteger> deltaBase() {
        return extension(ObjectIdentifiers.DELTA_CRL_INDICATOR)
                .map(extension -> Asn1.integer(extension.value(), "BaseCRLNumber"));
    }

    Optional<IssuingDistributionPoint> distributionPoint() {
        return extension(ObjectIdentifiers.ISSUING_DISTRIBUTION_POINT)
                .map(extension -> IssuingDistributionPoint.read(extension.value()));
    }

    Optional<EncodedTime> nextPublish() {
        return extension(ObjectIdentifiers.MICROSOFT_NEXT_PUBLISH)
                .map(extension -> EncodedTime.read(extension.value(), "Next CRL Publish"));
    }

    Optional<KeyIdentifier> authorityKeyIdentifier() {
        return extension(ObjectIdentifiers.AUTHORITY_KEY_IDENTIFIER)
                .map(extension -> KeyIdentifier.read(extension.value()));
    }

    boolean delta() {
        return extension(ObjectIdentifiers.DELTA_CRL_INDICATOR).isPresent();
    }

    /** Before the first entry. */
    CrlEntryCursor entries() {
        return fields.revoked()
                .map(list -> new CrlEntryCursor(octets, list.contentStart(), list.end()))
                .orElse(new CrlEntryCursor(octets, 0, 0));
    }
}
