package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A grant that follows what stands in a certificate, for samples that are about something else. */
final class Found {
    private static final Particulars NONE = Particulars.none();

    private Found() {}

    static Particulars in(Der der) {
        try {
            JudgedCertificate certificate = JudgedCertificate.read(der);
            return new Particulars(
                    or(() -> Stated.policies(certificate), Set.of()),
                    or(() -> Stated.limits(certificate), Set.of()),
                    or(() -> Stated.tlsFeatures(certificate), Set.of()),
                    or(() -> Stated.template(certificate), Optional.empty()),
                    or(() -> unknown(certificate), Map.of()),
                    Set.of(),
                    Map.of(),
                    or(() -> StatedFurther.access(certificate), Set.of()),
                    or(() -> StatedFurther.issuerNames(certificate), Set.of()),
                    or(() -> StatedFurther.attributes(certificate), Set.of()),
                    Optional.empty(),
                    or(() -> certificate.signature().oid().equals("1.2.840.113549.1.1.10"), false));
        } catch (RuntimeException e) {
            return NONE;
        }
    }

    private static Map<String, Der> unknown(JudgedCertificate certificate) {
        Map<String, Der> unknown = new HashMap<>();
        for (JudgedExtension extension : certificate.extensions()) {
            if (!extension.critical()
                    && !extension.oid().startsWith("2.5.29.")
                    && !extension.oid().equals(ObjectIdentifiers.SUBJECT_INFORMATION_ACCESS)) {
                unknown.put(extension.oid(), Der.ofOwned(extension.octets().content()));
            }
        }
        return unknown;
    }

    private static <T> T or(Supplier<T> value, T otherwise) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            return otherwise;
        }
    }
}
