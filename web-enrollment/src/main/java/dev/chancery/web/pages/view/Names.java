package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.core.x509.SubjectName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** How a certificate is called: names first, serials after them. */
public final class Names {
    private Names() {}

    /** Every name of a certificate, the one it goes by first; never empty. */
    public static List<String> of(EncodedCertificate certificate) {
        Set<String> names = new LinkedHashSet<>();
        List<String> alternative = alternative(certificate);
        String common = text(certificate.subject(), SubjectName::shortName);
        if (!common.isEmpty() && (alternative.isEmpty() || alternative.contains(common))) {
            names.add(common);
        }
        names.addAll(alternative);
        return List.copyOf(names.isEmpty() ? List.of(common.isEmpty() ? plain("certificates.noName") : common) : names);
    }

    /** A whole name as text; its octets when it is none. */
    static String text(SubjectName name) {
        return text(name, SubjectName::rfc4514);
    }

    private static String text(SubjectName name, Function<SubjectName, String> view) {
        try {
            return view.apply(name);
        } catch (RuntimeException e) {
            // Bouncy Castle decodes the values when somebody reads them: an UTF8String may hold any octets.
            return plain("certificates.unreadable", name.der().hex());
        }
    }

    /** None when that extension is broken: the certificate is still to be found and shown, by its common name. */
    private static List<String> alternative(EncodedCertificate certificate) {
        try {
            return certificate.subjectAltNames().stream()
                    .map(SubjectAltName::text)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** The name that a certificate goes by. */
    public static String first(EncodedCertificate certificate) {
        return of(certificate).get(0);
    }

    /** The other names in a line: {@code www.example.com, meet.example.com and 4 more}. */
    public static String others(EncodedCertificate certificate) {
        List<String> others = of(certificate);
        others = others.subList(1, others.size());
        return others.size() <= 3
                ? String.join(", ", others)
                : plain("certificates.others", others.get(0), others.get(1), (others.size() - 2));
    }

    /** {@code 4f0c 9a31 …}: readable, and still found when searched for without the spaces. */
    public static String grouped(SerialNumber serial) {
        String hex = serial.hex();
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < hex.length(); i += 4) {
            grouped.append(i == 0 ? "" : " ").append(hex, i, Math.min(i + 4, hex.length()));
        }
        return grouped.toString();
    }

    /** A fingerprint in four pieces of eight octets, so that lines break between them; together they are the whole. */
    public static List<String> fingerprint(EncodedCertificate certificate) {
        String text = certificate.fingerprint().colonHex();
        return List.of(text.substring(0, 24), text.substring(24, 48), text.substring(48, 72), text.substring(72));
    }

    /** Who runs a CA: its organisation, else its name without the words that only say that it is a root. */
    static String organisation(SubjectName subject) {
        return text(subject, Names::organisationOrName);
    }

    private static String organisationOrName(SubjectName subject) {
        RDN[] found = subject.x500Name().getRDNs(BCStyle.O);
        return found.length == 0
                ? subject.shortName().replaceFirst("(?i) root( ca)?$", "")
                : IETFUtils.valueToString(found[0].getFirst().getValue()).replaceAll("\\\\(.)", "$1");
    }
}
