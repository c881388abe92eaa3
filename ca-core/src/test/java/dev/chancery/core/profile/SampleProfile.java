package dev.chancery.core.profile;

import dev.chancery.core.profile.KeyRule.RsaSizes;
import dev.chancery.core.x509.SubjectName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Profiles for tests: a good one to begin with, and a way to change one part of it. */
public final class SampleProfile {
    private String name = "tls-server";
    private SubjectRule subject = SubjectRule.defaults();
    private NamesRule names = new NamesRule(EnumSet.of(NameKind.DNS, NameKind.IP), 1, 100, true);
    private KeyRule key =
            new KeyRule(Optional.of(RsaSizes.defaults()), EnumSet.of(Curve.P_256, Curve.P_384, Curve.P_521));
    private ValidityRule validity = new ValidityRule(ValidityLength.of("1 year"), ValidityLength.of("2 years"));
    private List<KeyUsage> keyUsage = List.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT);
    private List<ExtendedKeyUsage> purposes = List.of(ExtendedKeyUsage.SERVER_AUTH);
    private Optional<CaRule> ca = Optional.empty();
    private boolean crl = true;
    private boolean nocheck = false;
    private List<CertificatePolicy> policies = List.of();
    private SignatureRule signature = SignatureRule.defaults();
    private PublishedAt publishedAt = PublishedAt.defaults();
    private Set<Criticality> critical = Set.of();
    private Set<TlsFeature> tlsFeature = Set.of();
    private Optional<MicrosoftTemplate> template = Optional.empty();
    private List<CustomExtension> extensions = List.of();
    private List<SubjectAccess> access = List.of();
    private IssuerNames issuerNames = IssuerNames.defaults();
    private List<DirectoryAttribute> attributes = List.of();
    private List<TurnedDownRule> lint = List.of();
    private RequesterRule requesters = RequesterRule.defaults();
    private Optional<Integer> officers = Optional.empty();
    private boolean authorityAccess = true;
    private Approval approval = Approval.NONE;
    private Set<String> usableBy = Set.of("requester", "officer");

    private SampleProfile() {}

    /** Host names and IP addresses, RSA and NIST curves, one year, issued at once to requesters and officers. */
    public static SampleProfile tlsServer() {
        return new SampleProfile();
    }

    /** Host and mail names, the common name from the request. */
    public static SampleProfile tlsClient() {
        return new SampleProfile()
                .named("tls-client")
                .subject(SubjectSource.REQUEST, "", SubjectAttribute.CN)
                .names(1, 10, NameKind.DNS, NameKind.EMAIL)
                .requireSubject()
                .purposes("clientAuth");
    }

    /** A CA below the issuing one; an officer approves. */
    public static SampleProfile intermediateCa() {
        SampleProfile profile = new SampleProfile()
                .named("intermediate-ca")
                .subject(SubjectSource.REQUEST, "", SubjectAttribute.CN, SubjectAttribute.O, SubjectAttribute.C)
                .requireSubject()
                .names(0, 0)
                .purposes()
                .approval(Approval.OFFICER);
        profile.keyUsage = List.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN);
        profile.ca = Optional.of(new CaRule(Optional.of(0)));
        return profile;
    }

    /** A delegated OCSP responder; for the server itself only. */
    public static SampleProfile ocspResponder() {
        SampleProfile profile = new SampleProfile()
                .named("ocsp-responder")
                .subject(SubjectSource.FIXED, "CN=OCSP responder")
                .names(0, 0)
                .purposes("OCSPSigning")
                .usableBy();
        profile.keyUsage = List.of(KeyUsage.DIGITAL_SIGNATURE);
        return profile.revocation(false, true);
    }

    public SampleProfile named(String text) {
        name = text;
        return this;
    }

    public SampleProfile subject(SubjectSource from, String fixed, SubjectAttribute... allowed) {
        subject = new SubjectRule(
                from,
                fixed.isEmpty() ? SubjectName.EMPTY : SubjectName.parse(fixed),
                Set.of(allowed),
                subject.required(),
                subject.parts());
        return this;
    }

    public SampleProfile subject(SubjectRule rule) {
        subject = rule;
        return this;
    }

    public SampleProfile requireSubject() {
        subject = new SubjectRule(subject.from(), subject.fixed(), subject.allowed(), true, subject.parts());
        return this;
    }

    public SampleProfile names(int minimum, int maximum, NameKind... kinds) {
        Set<NameKind> set = Set.of(kinds);
        names = new NamesRule(set, minimum, maximum, names.wildcards() && set.contains(NameKind.DNS));
        return this;
    }

    public SampleProfile withoutWildcards() {
        names = new NamesRule(names.kinds(), names.minimum(), names.maximum(), false, names.counts());
        return this;
    }

    /** @param rsa minimum and maximum, or nothing for no RSA */
    public SampleProfile keys(List<Integer> rsa, Curve... curves) {
        key = new KeyRule(
                rsa.isEmpty() ? Optional.empty() : Optional.of(new RsaSizes(rsa.get(0), rsa.get(1))), Set.of(curves));
        return this;
    }

    /** The server may make the key. */
    public SampleProfile serverMade() {
        key = new KeyRule(key.rsa(), key.curves(), Optional.of(true));
        return this;
    }

    public SampleProfile validity(String standard, String maximum) {
        validity = new ValidityRule(ValidityLength.of(standard), ValidityLength.of(maximum));
        return this;
    }

    public SampleProfile keyUsage(String... rfcNames) {
        keyUsage = Arrays.stream(rfcNames).map(KeyUsage::of).toList();
        return this;
    }

    public SampleProfile purposes(String... namesOrOids) {
        purposes = Arrays.stream(namesOrOids).map(ExtendedKeyUsage::of).toList();
        return this;
    }

    public SampleProfile endEntity() {
        ca = Optional.empty();
        return this;
    }

    public SampleProfile revocation(boolean crlDistributionPoint, boolean ocspNocheck) {
        crl = crlDistributionPoint;
        nocheck = ocspNocheck;
        return this;
    }

    /** Says nothing of where the CA's certificate and its OCSP responder are. */
    public SampleProfile withoutAuthorityAccess() {
        authorityAccess = false;
        return this;
    }

    public SampleProfile policies(String... oids) {
        policies = Arrays.stream(oids).map(CertificatePolicy::brief).toList();
        return this;
    }

    public SampleProfile policies(CertificatePolicy... described) {
        policies = List.of(described);
        return this;
    }

    public SampleProfile parts(SubjectPart... parts) {
        subject = new SubjectRule(subject.from(), subject.fixed(), Set.of(), subject.required(), List.of(parts));
        return this;
    }

    public SampleProfile counts(NameCounts counts) {
        names = new NamesRule(names.kinds(), names.minimum(), names.maximum(), names.wildcards(), counts);
        return this;
    }

    public SampleProfile validity(ValidityRule rule) {
        validity = rule;
        return this;
    }

    public SampleProfile ca(CaRule rule) {
        ca = Optional.of(rule);
        return this;
    }

    public SampleProfile signature(SignatureRule rule) {
        signature = rule;
        return this;
    }

    public SampleProfile publishedAt(PublishedAt addresses) {
        publishedAt = addresses;
        return this;
    }

    public SampleProfile critical(Criticality... which) {
        critical = Set.of(which);
        return this;
    }

    public SampleProfile tlsFeature(TlsFeature... features) {
        tlsFeature = Set.of(features);
        return this;
    }

    public SampleProfile template(MicrosoftTemplate microsoft) {
        template = Optional.of(microsoft);
        return this;
    }

    public SampleProfile requesters(Set<String> users, Set<String> groups) {
        requesters = new RequesterRule(users, groups);
        return this;
    }

    public SampleProfile officers(int number) {
        officers = Optional.of(number);
        return this;
    }

    public SampleProfile extensions(CustomExtension... custom) {
        extensions = List.of(custom);
        return this;
    }

    public SampleProfile access(SubjectAccess... accesses) {
        access = List.of(accesses);
        return this;
    }

    public SampleProfile issuerNames(IssuerNames names) {
        issuerNames = names;
        return this;
    }

    public SampleProfile attributes(DirectoryAttribute... all) {
        attributes = List.of(all);
        return this;
    }

    public SampleProfile turnDown(String rule, RuleWeight severity, String reason) {
        lint = List.of(new TurnedDownRule(rule, severity, reason));
        return this;
    }

    public SampleProfile turnDownToo(String rule, RuleWeight severity, String reason) {
        List<TurnedDownRule> both = new ArrayList<>(lint);
        both.add(new TurnedDownRule(rule, severity, reason));
        lint = List.copyOf(both);
        return this;
    }

    public SampleProfile approval(Approval who) {
        approval = who;
        return this;
    }

    public SampleProfile usableBy(String... roles) {
        usableBy = Set.of(roles);
        return this;
    }

    public CertificateProfile build() {
        return new CertificateProfile(
                name,
                "A kind of certificate",
                "What it is good for.",
                "issuing",
                subject,
                names,
                key,
                validity,
                keyUsage,
                purposes,
                ca,
                crl,
                authorityAccess,
                nocheck,
                policies,
                approval,
                usableBy,
                signature,
                publishedAt,
                critical,
                tlsFeature,
                template,
                extensions,
                access,
                issuerNames,
                attributes,
                lint,
                requesters,
                officers);
    }
}
