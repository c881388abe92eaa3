package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who reads a birthday or a country reads it in the one form that there is for it. */
final class DirectoryAttributesSyntax extends CertificateRule {
    /** What a value looks like, by attribute. */
    private static final Map<String, Syntax> KNOWN = Map.of(
            "1.3.6.1.5.5.7.9.1", new Syntax(Asn1.GENERALIZED_TIME, "[0-9]{14}Z", true),
            "1.3.6.1.5.5.7.9.3", new Syntax(Asn1.PRINTABLE_STRING, "[MFmf]", true),
            "1.3.6.1.5.5.7.9.4", new Syntax(Asn1.PRINTABLE_STRING, "[A-Z]{2}", false),
            "1.3.6.1.5.5.7.9.5", new Syntax(Asn1.PRINTABLE_STRING, "[A-Z]{2}", false));

    private record Syntax(int tag, String pattern, boolean single) {
        boolean good(DerCursor value) {
            return value.tag() == tag && Asn1.text(value).matches(pattern);
        }
    }

    DirectoryAttributesSyntax() {
        super(
                "directory-attributes-syntax",
                Severity.ERROR,
                "RFC 3739 §3.3.2",
                "subjectDirectoryAttributes",
                "A day of birth is one GeneralizedTime, a gender is M or F, and countries are two capital letters.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (DirectoryAttribute attribute : certificate
                .extension(ObjectIdentifiers.SUBJECT_DIRECTORY_ATTRIBUTES)
                .map(extension -> DirectoryAttribute.readAll(extension.value()))
                .orElse(List.of())) {
            Syntax syntax = KNOWN.get(attribute.type());
            if (syntax == null) {
                continue;
            }
            if (syntax.single() && attribute.values().size() > 1) {
                return wrong("the attribute " + attribute.type() + " has "
                        + attribute.values().size() + " values");
            }
            for (DerCursor value : attribute.values()) {
                if (!syntax.good(value)) {
                    return wrong(
                            "the attribute " + attribute.type() + " has the value " + Shown.quoted(Asn1.text(value)));
                }
            }
        }
        return fine();
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
