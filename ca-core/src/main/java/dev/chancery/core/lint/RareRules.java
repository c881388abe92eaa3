package dev.chancery.core.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules that have something to say only where a certain extension stands, by its identifier. Most certificates have none of
 * these, so most of the rules are never asked: half a hundred questions less for each certificate.
 */
final class RareRules {
    private static final Map<String, List<CertificateRule>> BY_EXTENSION = collect();

    private RareRules() {}

    static List<CertificateRule> all() {
        List<CertificateRule> all = new ArrayList<>();
        BY_EXTENSION.values().forEach(all::addAll);
        return all;
    }

    /** Those about that extension, mostly none. */
    static List<CertificateRule> about(String extension) {
        return BY_EXTENSION.getOrDefault(extension, List.of());
    }

    private static Map<String, List<CertificateRule>> collect() {
        Map<String, List<CertificateRule>> rules = new LinkedHashMap<>();
        rules.put(
                ObjectIdentifiers.CERTIFICATE_POLICIES,
                List.of(
                        new PolicyQualifierForm(),
                        new PolicyCpsUri(),
                        new PolicyNoticeReference(),
                        new PolicyTextType(),
                        new PolicyTextUtf8(),
                        new PolicyTextLength(),
                        new PolicyTextControlCharacters(),
                        new PolicyTextNormalized(),
                        new AnyPolicyQualifiers()));
        rules.put(
                ObjectIdentifiers.POLICY_MAPPINGS,
                List.of(
                        new PolicyMappingsOnlyInCa(),
                        new PolicyMappingsCritical(),
                        new PolicyMappingsNotEmpty(),
                        new PolicyMappingsNotAny(),
                        new PolicyMappingsDeclared()));
        rules.put(
                ObjectIdentifiers.POLICY_CONSTRAINTS,
                List.of(
                        new PolicyConstraintsCritical(),
                        new PolicyConstraintsNotEmpty(),
                        new PolicyConstraintsOnlyInCa(),
                        new PolicyConstraintsForm()));
        rules.put(
                ObjectIdentifiers.INHIBIT_ANY_POLICY,
                List.of(new InhibitAnyPolicyCritical(), new InhibitAnyPolicyOnlyInCa(), new InhibitAnyPolicyForm()));
        rules.put(
                ObjectIdentifiers.NAME_CONSTRAINTS,
                List.of(
                        new NameConstraintsDistances(),
                        new NameConstraintsKnownForms(),
                        new NameConstraintsIpForm(),
                        new NameConstraintsDnsForm(),
                        new NameConstraintsUriForm(),
                        new NameConstraintsEmailForm()));
        rules.put(
                ObjectIdentifiers.ISSUER_ALT_NAME,
                List.of(new IssuerAltNameNotCritical(), new IssuerAltNameNotEmpty(), new IssuerAltNameForms()));
        rules.put(ObjectIdentifiers.TLS_FEATURE, List.of(new TlsFeatureForm(), new TlsFeatureNotCritical()));
        rules.put(ObjectIdentifiers.FRESHEST_CRL, List.of(new FreshestCrlNotCritical()));
        rules.put(
                ObjectIdentifiers.SUBJECT_DIRECTORY_ATTRIBUTES,
                List.of(
                        new DirectoryAttributesNotCritical(),
                        new DirectoryAttributesNotEmpty(),
                        new DirectoryAttributesForm(),
                        new DirectoryAttributesSyntax()));
        rules.put(
                ObjectIdentifiers.SUBJECT_INFORMATION_ACCESS,
                List.of(new SiaNotCritical(), new SiaForm(), new SiaRepositoryOnlyInCa(), new SiaOfSubject()));
        rules.put(
                ObjectIdentifiers.NO_REV_AVAIL,
                List.of(new NoRevAvailForm(), new NoRevAvailOnlyInEndEntity(), new NoRevAvailAlone()));
        rules.put(ObjectIdentifiers.OCSP_NOCHECK, List.of(new OcspNocheckNotCritical()));
        rules.put(ObjectIdentifiers.PRIVATE_KEY_USAGE_PERIOD, List.of(new PrivateKeyUsagePeriodAbsent()));
        rules.put(ObjectIdentifiers.MICROSOFT_TEMPLATE, List.of(new MicrosoftTemplateForm()));
        rules.put(ObjectIdentifiers.SCT_LIST, List.of(new SctListNotEmpty()));
        return rules;
    }
}
