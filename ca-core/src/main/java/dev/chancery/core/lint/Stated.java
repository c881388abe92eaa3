package dev.chancery.core.lint;

import dev.chancery.core.x509.DerCursor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the further extensions of a certificate say, in the words of {@link Particulars}. */
final class Stated {
    private static final String CPS = "1.3.6.1.5.5.7.2.1";
    private static final String NOTICE = "1.3.6.1.5.5.7.2.2";
    private static final int PERMITTED = 0xa0;
    private static final int EXCLUDED = 0xa1;
    private static final int FIRST = 0x80;
    private static final int SECOND = 0x81;

    private Stated() {}

    private static Optional<DerCursor> value(JudgedCertificate certificate, String oid) {
        return certificate.extension(oid).map(JudgedExtension::value);
    }

    /** RFC 5280 §4.2.1.4. */
    static Set<String> policies(JudgedCertificate certificate) {
        Optional<DerCursor> value = value(certificate, ObjectIdentifiers.CERTIFICATE_POLICIES);
        if (value.isEmpty()) {
            return Set.of();
        }
        Set<String> texts = new HashSet<>();
        for (DerCursor information : Asn1.sequence(value.get(), "certificatePolicies")) {
            List<DerCursor> parts = Asn1.sequence(information, "PolicyInformation");
            String policy = Asn1.objectIdentifier(parts.get(0), "policyIdentifier");
            texts.add(policy);
            if (parts.size() > 1) {
                Asn1.sequence(parts.get(1), "policyQualifiers").forEach(each -> texts.add(policy + qualifier(each)));
            }
        }
        return texts;
    }

    private static String qualifier(DerCursor element) {
        List<DerCursor> parts = Asn1.sequence(element, "PolicyQualifierInfo");
        String type = Asn1.objectIdentifier(parts.get(0), "policyQualifierId");
        if (type.equals(CPS)) {
            return " cps " + Asn1.text(Asn1.expect(parts.get(1), Asn1.IA5_STRING, "CPSuri"));
        }
        List<DerCursor> notice = type.equals(NOTICE) ? Asn1.sequence(parts.get(1), "UserNotice") : List.of();
        return notice.size() == 1 && notice.get(0).tag() == Asn1.UTF8_STRING
                ? " notice " + Asn1.text(notice.get(0))
                : " " + type + " " + parts.get(1).encoded().hex();
    }

    /** RFC 5280 §4.2.1.5, §4.2.1.10, §4.2.1.11, §4.2.1.14. */
    static Set<String> limits(JudgedCertificate certificate) {
        List<String> texts = new ArrayList<>(0);
        value(certificate, ObjectIdentifiers.NAME_CONSTRAINTS).ifPresent(value -> {
            for (DerCursor part : Asn1.sequence(value, "nameConstraints")) {
                subtrees(word(part, PERMITTED, "permitted ", EXCLUDED, "excluded "), part, texts);
            }
        });
        value(certificate, ObjectIdentifiers.POLICY_CONSTRAINTS).ifPresent(value -> {
            for (DerCursor part : Asn1.sequence(value, "policyConstraints")) {
                texts.add(word(part, FIRST, "require-explicit-policy ", SECOND, "inhibit-policy-mapping ")
                        + number(part.content()));
            }
        });
        value(certificate, ObjectIdentifiers.INHIBIT_ANY_POLICY)
                .ifPresent(value -> texts.add("inhibit-any-policy " + Asn1.integer(value, "inhibitAnyPolicy")));
        value(certificate, ObjectIdentifiers.POLICY_MAPPINGS).ifPresent(value -> {
            for (DerCursor mapping : Asn1.sequence(value, "policyMappings")) {
                List<DerCursor> pair = Asn1.sequence(mapping, "policyMapping");
                texts.add("mapping " + Asn1.objectIdentifier(pair.get(0), "issuerDomainPolicy") + " to "
                        + Asn1.objectIdentifier(pair.get(1), "subjectDomainPolicy"));
            }
        });
        return Set.copyOf(new HashSet<>(texts));
    }

    private static String word(DerCursor part, int first, String one, int second, String other) {
        if (part.tag() != first && part.tag() != second) {
            throw new UnreadableException(
                    String.format("no part has the tag 0x%02x here, at octet %d", part.tag(), part.offset()));
        }
        return part.tag() == first ? one : other;
    }

    private static String number(byte[] content) {
        return content.length == 0 ? "?" : new java.math.BigInteger(content).toString();
    }

    /** A subtree has its base and nothing else: minimum is its default, maximum absent. */
    private static void subtrees(String what, DerCursor subtrees, List<String> texts) {
        for (DerCursor subtree : subtrees.children()) {
            List<DerCursor> parts = Asn1.sequence(subtree, "GeneralSubtree");
            GeneralName base = GeneralName.readAll(parts.subList(0, 1)).get(0);
            texts.add(what
                    + (base.ip() ? "ip:" + network(base.element().content()) : base.label())
                    + (parts.size() > 1 ? " with further parts" : ""));
        }
    }

    private static String network(byte[] octets) {
        int half = octets.length / 2;
        int prefix = 0;
        for (int i = half; i < octets.length; i++) {
            prefix += Integer.bitCount(octets[i] & 0xff);
        }
        try {
            return InetAddress.getByAddress(Arrays.copyOf(octets, half)).getHostAddress() + "/" + prefix;
        } catch (UnknownHostException e) {
            return "of " + octets.length + " octets";
        }
    }

    /** RFC 7633 §6. */
    static Set<Integer> tlsFeatures(JudgedCertificate certificate) {
        Optional<DerCursor> value = value(certificate, ObjectIdentifiers.TLS_FEATURE);
        if (value.isEmpty()) {
            return Set.of();
        }
        Set<Integer> features = new HashSet<>();
        Asn1.sequence(value.get(), "Features")
                .forEach(
                        feature -> features.add(Asn1.integer(feature, "feature").intValueExact()));
        return features;
    }

    /** MS-WCCE §2.2.2.7.7.2. */
    static Optional<String> template(JudgedCertificate certificate) {
        return value(certificate, ObjectIdentifiers.MICROSOFT_TEMPLATE).map(value -> {
            List<DerCursor> parts = Asn1.sequence(value, "CertificateTemplate");
            StringBuilder text = new StringBuilder(Asn1.objectIdentifier(parts.get(0), "templateID"));
            for (int i = 1; i < parts.size(); i++) {
                text.append(i == 1 ? " " : ".").append(Asn1.integer(parts.get(i), "version of the template"));
            }
            return text.toString();
        });
    }

    /** {@code crl}, {@code caIssuers} or {@code ocsp}. */
    static Set<String> addresses(JudgedCertificate certificate, String kind) {
        Set<String> found = new HashSet<>();
        if (kind.equals("crl")) {
            for (DistributionPoint point : certificate.standard().distributionPointsOrNone()) {
                point.fullName().forEach(name -> found.add(name.text()));
            }
            return found;
        }
        String method = kind.equals("ocsp") ? ObjectIdentifiers.ACCESS_OCSP : ObjectIdentifiers.ACCESS_CA_ISSUERS;
        for (AccessDescription access : certificate.standard().access()) {
            if (access.method().equals(method)) {
                found.add(access.location().text());
            }
        }
        return found;
    }
}
