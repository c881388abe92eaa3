package dev.chancery.web.pages.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.jspecify.annotations.Nullable;

/** Extensions that few certificates have: limits of CAs, policies with their qualifiers, TLS features. */
final class FurtherExtensionText {
    private static final Map<String, String> ACCESS =
            Map.of("1.3.6.1.5.5.7.48.3", "time stamps", "1.3.6.1.5.5.7.48.5", "repository of the CA");

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "1.3.6.1.5.5.7.9.1", "date of birth",
            "1.3.6.1.5.5.7.9.2", "place of birth",
            "1.3.6.1.5.5.7.9.3", "gender",
            "1.3.6.1.5.5.7.9.4", "country of citizenship",
            "1.3.6.1.5.5.7.9.5", "country of residence");

    private FurtherExtensionText() {}

    static List<String> nameConstraints(Object value) {
        NameConstraints constraints = NameConstraints.getInstance(value);
        List<String> lines = new ArrayList<>();
        add("permitted ", constraints.getPermittedSubtrees(), lines);
        add("excluded ", constraints.getExcludedSubtrees(), lines);
        return lines;
    }

    private static void add(String what, GeneralSubtree @Nullable [] subtrees, List<String> lines) {
        if (subtrees != null) {
            Arrays.stream(subtrees).map(GeneralSubtree::getBase).forEach(base -> lines.add(what + subtree(base)));
        }
    }

    private static String subtree(GeneralName base) {
        if (base.getTagNo() != GeneralName.iPAddress) {
            return ExtensionText.name(base);
        }
        byte[] octets = ASN1OctetString.getInstance(base.getName()).getOctets();
        int half = octets.length / 2;
        return "IP " + Addresses.text(Arrays.copyOf(octets, half)) + " mask "
                + Addresses.text(Arrays.copyOfRange(octets, half, octets.length));
    }

    static List<String> policies(Object value) {
        List<String> lines = new ArrayList<>();
        for (PolicyInformation policy : CertificatePolicies.getInstance(value).getPolicyInformation()) {
            lines.add(policy.getPolicyIdentifier().getId());
            if (policy.getPolicyQualifiers() != null) {
                policy.getPolicyQualifiers()
                        .forEach(qualifier -> lines.add(
                                qualifier(ASN1Sequence.getInstance(qualifier).getObjectAt(1))));
            }
        }
        return lines;
    }

    private static String qualifier(ASN1Encodable value) {
        if (value instanceof ASN1String text) {
            return text.getString();
        }
        List<String> texts = new ArrayList<>();
        ASN1Sequence.getInstance(value).forEach(part -> {
            if (part instanceof ASN1String text) {
                texts.add("\"" + text.getString() + "\"");
            }
        });
        return String.join(" ", texts);
    }

    static List<String> mappings(Object value) {
        List<String> lines = new ArrayList<>();
        for (ASN1Encodable mapping : ASN1Sequence.getInstance(value)) {
            ASN1Sequence pair = ASN1Sequence.getInstance(mapping);
            lines.add(pair.getObjectAt(0) + " is as good as " + pair.getObjectAt(1));
        }
        return lines;
    }

    static List<String> policyConstraints(Object value) {
        List<String> lines = new ArrayList<>();
        for (ASN1Encodable part : ASN1Sequence.getInstance(value)) {
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(part);
            String what = tagged.getTagNo() == 0 ? "a policy is needed after " : "policies are not mapped after ";
            lines.add(what + ASN1Integer.getInstance(tagged, false) + " CAs");
        }
        return lines;
    }

    static List<String> inhibitAny(Object value) {
        return List.of("anyPolicy does not count after " + ASN1Integer.getInstance(value) + " CAs");
    }

    static List<String> tlsFeature(Object value) {
        List<String> lines = new ArrayList<>();
        for (ASN1Encodable feature : ASN1Sequence.getInstance(value)) {
            int number = ASN1Integer.getInstance(feature).intValueExact();
            lines.add(
                    switch (number) {
                        case 5 -> "status_request (the server has to staple an OCSP answer)";
                        case 17 -> "status_request_v2";
                        default -> "TLS extension " + number;
                    });
        }
        return lines;
    }

    static List<String> template(Object value) {
        ASN1Sequence parts = ASN1Sequence.getInstance(value);
        StringBuilder text = new StringBuilder(
                ASN1ObjectIdentifier.getInstance(parts.getObjectAt(0)).getId());
        for (int i = 1; i < parts.size(); i++) {
            text.append(i == 1 ? ", version " : ".").append(ASN1Integer.getInstance(parts.getObjectAt(i)));
        }
        return List.of(text.toString());
    }

    static List<String> subjectAccess(Object value) {
        List<String> lines = new ArrayList<>();
        for (ASN1Encodable element : ASN1Sequence.getInstance(value)) {
            AccessDescription access = AccessDescription.getInstance(element);
            String method = access.getAccessMethod().getId();
            lines.add(ACCESS.getOrDefault(method, method) + " " + ExtensionText.name(access.getAccessLocation()));
        }
        return lines;
    }

    /** RFC 5280 §4.2.1.8; the names are those of RFC 3739 §3.3.2. */
    static List<String> attributes(Object value) {
        List<String> lines = new ArrayList<>();
        for (ASN1Encodable element : ASN1Sequence.getInstance(value)) {
            ASN1Sequence attribute = ASN1Sequence.getInstance(element);
            String type =
                    ASN1ObjectIdentifier.getInstance(attribute.getObjectAt(0)).getId();
            List<String> values = new ArrayList<>();
            ASN1Set.getInstance(attribute.getObjectAt(1)).forEach(each -> values.add(plain(each)));
            lines.add(ATTRIBUTES.getOrDefault(type, type) + " " + String.join(", ", values));
        }
        return lines;
    }

    private static String plain(ASN1Encodable value) {
        if (value instanceof ASN1String text) {
            return text.getString();
        }
        return value instanceof ASN1GeneralizedTime time ? time.getTimeString() : value.toString();
    }

    /** Of an extension that nobody knows, when it is a text. */
    static Optional<List<String>> text(Object value) {
        return value instanceof ASN1String text && !(value instanceof org.bouncycastle.asn1.ASN1BitString)
                ? Optional.of(List.of(text.getString()))
                : Optional.empty();
    }
}
