package dev.chancery.core.profile;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.csr.CertificateRequest.KeyType;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectName;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A request made up to suit a profile, as small as it may be. Its private key is thrown away. */
public final class SampleRequest {
    private SampleRequest() {}

    public static CertificateRequest of(CertificateProfile profile) {
        KeyRule rule = profile.key();
        try {
            KeyPairGenerator generator;
            KeyType type;
            if (rule.curves().isEmpty()) {
                int bits = rule.rsa().orElseThrow().minimum();
                generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(bits);
                type = new KeyType("RSA", bits);
            } else {
                Curve curve = EnumSet.copyOf(rule.curves()).iterator().next();
                generator = KeyPairGenerator.getInstance(curve.algorithm());
                type = new KeyType(curve.algorithm(), curve.bits());
                if (curve.algorithm().equals("EC")) {
                    generator.initialize(new ECGenParameterSpec("secp" + curve.bits() + "r1"));
                }
            }
            Der key = Der.ofOwned(generator.generateKeyPair().getPublic().getEncoded());
            return new CertificateRequest(Der.fromHex("3000"), SubjectName.EMPTY, List.of(), key, type);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot make a key for the profile " + profile.name(), e);
        }
    }

    public static Wishes wishes(CertificateProfile profile) {
        List<RequestedName> names = names(profile.names());
        return new Wishes(
                Optional.of(names).filter(list -> !list.isEmpty()), subject(profile, names), Optional.empty());
    }

    private static List<RequestedName> names(NamesRule rule) {
        List<RequestedName> names = new ArrayList<>();
        if (rule.kinds().isEmpty()) {
            return names;
        }
        for (NameKind kind : EnumSet.copyOf(rule.kinds())) {
            int least =
                    rule.counts().of(kind).map(NameCounts.NameCount::minimum).orElse(0);
            for (int i = 0; i < least; i++) {
                names.add(name(kind, i));
            }
        }
        int wanted = Math.max(1, rule.minimum());
        for (NameKind kind : EnumSet.copyOf(rule.kinds())) {
            int most = rule.counts().of(kind).map(NameCounts.NameCount::maximum).orElse(rule.maximum());
            int first =
                    rule.counts().of(kind).map(NameCounts.NameCount::minimum).orElse(0);
            for (int i = first; i < most && names.size() < wanted; i++) {
                names.add(name(kind, i));
            }
        }
        return names;
    }

    private static RequestedName name(NameKind kind, int number) {
        String count = number == 0 ? "" : Integer.toString(number + 1);
        return switch (kind) {
            case DNS -> RequestedName.dns("www" + count + ".example.com", "dns");
            case IP -> RequestedName.ip("10.0." + number / 250 + "." + (number % 250 + 1), "ip");
            case EMAIL -> new RequestedName(RequestedName.Kind.EMAIL, "person" + count + "@example.com", "email");
            case URI -> new RequestedName(RequestedName.Kind.URI, "https://www" + count + ".example.com/", "uri");
            case UPN -> new RequestedName(RequestedName.Kind.UPN, "person" + count + "@example.com", "upn");
        };
    }

    private static Optional<String> subject(CertificateProfile profile, List<RequestedName> names) {
        if (profile.subject().from() != SubjectSource.REQUEST) {
            return Optional.empty();
        }
        Set<SubjectAttribute> taken = EnumSet.copyOf(profile.subject().taken());
        List<String> parts = new ArrayList<>();
        for (SubjectAttribute attribute : taken) {
            parts.add(attribute.label() + "=" + value(attribute, names));
        }
        return Optional.of(String.join(",", parts));
    }

    private static String value(SubjectAttribute attribute, List<RequestedName> names) {
        return switch (attribute) {
            case CN -> names.isEmpty() ? "Sample" : names.get(0).text();
            case C -> "DE";
            case DC -> "example";
            case SERIAL_NUMBER -> "12345";
            default -> "Example";
        };
    }
}
