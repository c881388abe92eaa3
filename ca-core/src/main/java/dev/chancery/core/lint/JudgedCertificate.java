package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate as the judge reads it: outlined once, each part decoded when the first rule asks, shared by all rules.
 * Accessors throw {@link IllegalArgumentException} for a part that is not what stands in its place.
 */
final class JudgedCertificate {
    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ELEMENTS = 20_000;

    private final Der der;
    private final CertificateFields fields;
    private final JdkReading jdk;
    private final Set<String> granted;
    private final Lazy<List<DerCursor>> elements;
    private final Lazy<AlgorithmIdentifier> signature;
    private final Lazy<EncodedName> issuer;
    private final Lazy<EncodedName> subject;
    private final Lazy<EncodedTime> notBefore;
    private final Lazy<EncodedTime> notAfter;
    private final Lazy<PublicKeyInfo> key;
    private final Lazy<List<JudgedExtension>> extensions;
    private final Lazy<StandardExtensions> standard;

    private JudgedCertificate(Der der, CertificateFields fields, JdkReading jdk, Set<String> granted) {
        this.der = der;
        this.fields = fields;
        this.jdk = jdk;
        this.granted = granted;
        this.elements = new Lazy<>(this::flatten);
        this.signature = new Lazy<>(() -> AlgorithmIdentifier.read(fields.innerSignature()));
        this.issuer = new Lazy<>(() -> EncodedName.read(fields.issuer()));
        this.subject = new Lazy<>(() -> EncodedName.read(fields.subject()));
        this.notBefore = new Lazy<>(() -> EncodedTime.read(fields.notBefore(), "notBefore"));
        this.notAfter = new Lazy<>(() -> EncodedTime.read(fields.notAfter(), "notAfter"));
        this.key = new Lazy<>(() -> PublicKeyInfo.read(fields.publicKeyInfo()));
        this.extensions = new Lazy<>(
                () -> fields.extensions().map(JudgedExtension::readAll).orElse(List.of()));
        this.standard = new Lazy<>(() -> new StandardExtensions(extensions()));
    }

    /** @throws IllegalArgumentException when the octets have not even the outline of a certificate */
    static JudgedCertificate read(Der der) {
        return read(der, Set.of());
    }

    /** @param critical extensions that its profile makes critical, though few verifiers know them */
    static JudgedCertificate read(Der der, Set<String> critical) {
        DerCursor.walk(der.unsafeOctets(), MAXIMUM_DEPTH, MAXIMUM_ELEMENTS);
        return new JudgedCertificate(der, CertificateFields.read(DerCursor.of(der)), JdkReading.of(der), critical);
    }

    /** Whether its profile makes an extension critical that few verifiers know. */
    boolean mayBeCritical(String oid) {
        return granted.contains(oid);
    }

    Der der() {
        return der;
    }

    CertificateFields fields() {
        return fields;
    }

    JdkReading jdk() {
        return jdk;
    }

    BigInteger serial() {
        return Asn1.integer(fields.serialNumber(), "serialNumber");
    }

    /** The inner one, which is signed. */
    AlgorithmIdentifier signature() {
        return signature.get();
    }

    EncodedName issuer() {
        return issuer.get();
    }

    EncodedName subject() {
        return subject.get();
    }

    EncodedTime notBefore() {
        return notBefore.get();
    }

    EncodedTime notAfter() {
        return notAfter.get();
    }

    PublicKeyInfo key() {
        return key.get();
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

    /** The extensions whose inside rules look at, decoded. */
    StandardExtensions standard() {
        return standard.get();
    }

    boolean ca() {
        return standard().basicConstraints().map(BasicConstraints::ca).orElse(false);
    }

    boolean endEntity() {
        return !ca();
    }

    boolean selfIssued() {
        return issuer().der().equals(subject().der());
    }

    /** Whether that key made the signature. */
    boolean verifiedBy(PublicKeyInfo signer) {
        List<DerCursor> parts = fields.root().children();
        return SignatureCheck.verifies(
                signature(),
                ByteBuffer.wrap(parts.get(0).encoded().octets()),
                Asn1.expect(parts.get(2), Asn1.BIT_STRING, "signatureValue"),
                signer);
    }

    /** Every element there is, those inside extension values and inside an RSA key too, in order. */
    List<DerCursor> elements() {
        return elements.get();
    }

    private List<DerCursor> flatten() {
        List<DerCursor> all = new ArrayList<>(256);
        flatten(fields.root(), MAXIMUM_DEPTH, all);
        for (JudgedExtension extension : extensions()) {
            flatten(extension.value(), MAXIMUM_DEPTH, all);
        }
        if (key().family() == KeyFamily.RSA) {
            flatten(key().rsa().element(), MAXIMUM_DEPTH, all);
        }
        return Collections.unmodifiableList(all);
    }

    private static void flatten(DerCursor element, int depth, List<DerCursor> all) {
        all.add(element);
        if (depth == 0 || all.size() > MAXIMUM_ELEMENTS) {
            throw new UnreadableException("nested too deeply or too many elements, at octet " + element.offset());
        }
        if (element.constructed()) {
            for (DerCursor child : element.each()) {
                flatten(child, depth - 1, all);
            }
        }
    }
}
