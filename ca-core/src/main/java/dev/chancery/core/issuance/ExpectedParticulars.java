package dev.chancery.core.issuance;

import dev.chancery.core.lint.Particulars;
import dev.chancery.core.profile.CaRule;
import dev.chancery.core.profile.CertificatePolicy;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ConstrainedNames;
import dev.chancery.core.profile.CustomExtension;
import dev.chancery.core.profile.DirectoryAttribute;
import dev.chancery.core.profile.IssuerNames;
import dev.chancery.core.profile.MicrosoftTemplate;
import dev.chancery.core.profile.Network;
import dev.chancery.core.profile.PolicyRule;
import dev.chancery.core.profile.SignatureHash;
import dev.chancery.core.profile.SignatureRule.RsaPadding;
import dev.chancery.core.profile.SubjectAccess;
import dev.chancery.core.profile.TlsFeature;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SubjectAltName;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a profile says beyond key usage, purposes and names, in the judge's words. */
final class ExpectedParticulars {
    private ExpectedParticulars() {}

    static Particulars of(CertificateProfile profile) {
        Map<String, Der> custom = new HashMap<>();
        Set<String> critical = new HashSet<>();
        for (CustomExtension extension : profile.extensions()) {
            custom.put(extension.oid(), extension.value());
            if (extension.isCritical()) {
                critical.add(extension.oid());
            }
        }
        return new Particulars(
                policies(profile.policies()),
                profile.ca().map(ExpectedParticulars::limits).orElse(Set.of()),
                profile.tlsFeature().stream().map(TlsFeature::number).collect(Collectors.toSet()),
                profile.microsoftTemplate().map(ExpectedParticulars::template),
                custom,
                critical,
                addresses(profile),
                access(profile.subjectInformationAccess()),
                names(profile.issuerAlternativeNames()),
                attributes(profile.subjectDirectoryAttributes()),
                profile.signature().hash().map(SignatureHash::jcaName),
                profile.signature().rsa() == RsaPadding.PSS);
    }

    private static Set<String> policies(List<CertificatePolicy> policies) {
        Set<String> texts = new HashSet<>();
        for (CertificatePolicy policy : policies) {
            texts.add(policy.oid());
            policy.cps().ifPresent(cps -> texts.add(policy.oid() + " cps " + cps));
            policy.notice().ifPresent(notice -> texts.add(policy.oid() + " notice " + notice));
        }
        return texts;
    }

    private static Set<String> limits(CaRule ca) {
        Set<String> texts = new HashSet<>();
        names("permitted ", ca.nameConstraints().permitted(), texts);
        names("excluded ", ca.nameConstraints().excluded(), texts);
        PolicyRule rule = ca.policyRule();
        rule.requireExplicit().ifPresent(skip -> texts.add("require-explicit-policy " + skip));
        rule.inhibitMapping().ifPresent(skip -> texts.add("inhibit-policy-mapping " + skip));
        rule.inhibitAny().ifPresent(skip -> texts.add("inhibit-any-policy " + skip));
        rule.mappings()
                .forEach(mapping -> texts.add("mapping " + mapping.issuerDomain() + " to " + mapping.subjectDomain()));
        return texts;
    }

    private static void names(String what, ConstrainedNames names, Set<String> texts) {
        names.dns().forEach(text -> texts.add(what + "dns:" + text));
        names.ip().forEach(text -> texts.add(what + "ip:" + network(text)));
        names.email().forEach(text -> texts.add(what + "email:" + text));
        names.uri().forEach(text -> texts.add(what + "uri:" + text));
        names.directory()
                .forEach(name -> texts.add(what + "directory:" + name.der().hex()));
    }

    private static String template(MicrosoftTemplate template) {
        return template.oid()
                + template.majorVersion().map(version -> " " + version).orElse("")
                + template.minorVersion().map(version -> "." + version).orElse("");
    }

    private static Map<String, Set<String>> addresses(CertificateProfile profile) {
        Map<String, Set<String>> own = new HashMap<>();
        put("crl", profile.publishedAt().crl(), own);
        put("caIssuers", profile.publishedAt().caCertificate(), own);
        put("ocsp", profile.publishedAt().ocsp(), own);
        return own;
    }

    private static Set<String> access(List<SubjectAccess> accesses) {
        return accesses.stream()
                .map(access -> access.method().oid() + " uri:" + access.location())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(IssuerNames names) {
        Set<String> texts = new HashSet<>();
        names.names().forEach(name -> texts.add(name.kind() + ":" + name.text()));
        names.directory().forEach(name -> texts.add("directory:" + name.der().hex()));
        return texts;
    }

    private static Set<String> attributes(List<DirectoryAttribute> attributes) {
        Set<String> texts = new HashSet<>();
        for (DirectoryAttribute one : attributes) {
            one.encoded().forEach(value -> texts.add(one.attribute().oid() + " " + value.hex()));
        }
        return texts;
    }

    private static void put(String kind, Collection<URI> addresses, Map<String, Set<String>> own) {
        if (!addresses.isEmpty()) {
            own.put(kind, addresses.stream().map(URI::toString).collect(Collectors.toSet()));
        }
    }

    private static String network(String text) {
        byte[] octets = Network.parse(text)
                .orElseThrow(() -> new IllegalStateException(text + " was taken for a network when it was read"))
                .octets()
                .octets();
        byte[] address = Arrays.copyOf(octets, octets.length / 2);
        int prefix = 0;
        for (int i = address.length; i < octets.length; i++) {
            prefix += Integer.bitCount(octets[i] & 0xff);
        }
        return new SubjectAltName.Ip(Der.ofOwned(address)).text() + "/" + prefix;
    }
}
