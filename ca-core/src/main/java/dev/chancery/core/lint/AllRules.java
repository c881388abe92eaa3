package dev.chancery.core.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every rule about certificates, in the order of their findings. A list, so that nothing is found by magic. */
final class AllRules {
    private static final List<CertificateRule> ENCODING = List.of(
            new DerBoolean(),
            new DerInteger(),
            new DerBitString(),
            new DerObjectIdentifier(),
            new DerNull(),
            new DerSetOrder(),
            new DerPrimitiveForm(),
            new DefaultsOmitted(),
            new NamedBitsTrimmed(),
            new WellFormed(),
            new ReadableByJdk(),
            new ParsersAgree());

    private static final List<CertificateRule> FIELDS = List.of(
            new Version3(),
            new SerialPositive(),
            new SerialLength(),
            new SerialEntropy(),
            new SignatureAlgorithmsEqual(),
            new SignatureKnown(),
            new SignatureNullParameters(),
            new SignatureParametersAbsent(),
            new SignatureHashStrong(),
            new PssNoted(),
            new IssuerNotEmpty(),
            new TimeForm(),
            new TimeType(),
            new ValidityOrdered(),
            new UniqueIdentifiersAbsent(),
            new RdnNotEmpty(),
            new AttributeNotEmpty(),
            new AttributeStringType(),
            new AttributeCharacters(),
            new AttributeControlCharacters(),
            new AttributeLength(),
            new CountryCode(),
            new CaSubjectNotEmpty(),
            new KeyKnown(),
            new KeyRsaSize(),
            new KeyRsaExponent(),
            new KeyRsaParametersNull(),
            new KeyParametersAbsent(),
            new KeyEcNamedCurve(),
            new KeyEcCurveAllowed(),
            new KeyEcPoint(),
            new KeyFixedLength(),
            new KeyWholeOctets(),
            new MlDsaPure(),
            new SignaturePssParameters(),
            new SubjectWhitespace(),
            new SubjectReplacementCharacter(),
            new SubjectHtmlEntities(),
            new SubjectLatin1Mixup(),
            new SubjectNormalized(),
            new CommonNameOnce(),
            new SingleValuedRdns(),
            new SelfIssuedOnlyCa(),
            new ValidityOfServer(),
            new KeyRsaModulusOdd(),
            new KeyRsaWholeOctets());

    private static final List<CertificateRule> EXTENSIONS = List.of(
            new ExtensionsNotEmpty(),
            new ExtensionsUnique(),
            new CriticalKnown(),
            new FreshestCrlAbsent(),
            new MicrosoftSidAbsent(),
            new ApplicationPoliciesAbsent(),
            new AkiPresent(),
            new AkiNotCritical(),
            new AkiKeyIdentifierForm(),
            new SkiInCa(),
            new SkiInEndEntity(),
            new SkiNotCritical(),
            new BasicConstraintsCritical(),
            new BasicConstraintsOnlyInCa(),
            new PathLengthOnlyInCa(),
            new KeyUsagePresent(),
            new KeyUsageCritical(),
            new KeyUsageNotEmpty(),
            new KeyUsageOfCa(),
            new KeyUsageOfEndEntity(),
            new KeyUsageKeyAgreement(),
            new KeyUsageOfEc(),
            new KeyUsageOfEdwards(),
            new KeyUsageOfMlDsa(),
            new KeyUsageOfRsaServer(),
            new KeyUsageOfSigningServer(),
            new PurposesPresent(),
            new PurposesNotEmpty(),
            new PurposesUnique(),
            new PurposeNotAny(),
            new PurposesHarmless(),
            new OcspNocheckOnlyInResponder(),
            new CdpAbsentFromRoot(),
            new CdpNotCritical(),
            new CdpOnePoint(),
            new CdpFullName(),
            new CdpHttp(),
            new CdpPlain(),
            new AiaNotCritical(),
            new AiaNotEmpty(),
            new AiaKnownMethods(),
            new AiaCaIssuersHttp(),
            new AiaOcspHttp(),
            new AnyPolicyOnlyInCa(),
            new PoliciesUnique(),
            new PoliciesNotEmpty(),
            new NameConstraintsCritical(),
            new NameConstraintsOnlyInCa(),
            new NameConstraintsNotEmpty(),
            new SanPresent(),
            new SanNotEmpty(),
            new SanCriticality(),
            new SanUnique(),
            new SanAscii(),
            new IpLength(),
            new EmailForm(),
            new UriForm(),
            new DnsCharacters(),
            new DnsUnderscore(),
            new DnsTrailingDot(),
            new DnsLabelLength(),
            new DnsLength(),
            new DnsWildcard(),
            new DnsALabel(),
            new DnsNotAddress(),
            new CommonNameInSan());

    private static final List<CertificateRule> FURTHER_EXTENSIONS = List.of(
            new UriHost(),
            new EmailHost(),
            new OtherNameForm(),
            new SmtpUtf8Mailbox(),
            new SrvNameForm(),
            new DirectoryNameForm(),
            new KnownNameForms(),
            new SubjectEmailInSan(),
            new PurposesFitKeyUsage(),
            new TimeStampingAlone(),
            new OcspNocheckInResponder(),
            new KeyUsageOfRsaCa(),
            new NetscapeExtensionsAbsent(),
            new AiaCaIssuersPresent(),
            new RevocationSourcePresent(),
            new SkiNotEmpty());

    private static final List<List<CertificateRule>> BY_ITSELF =
            List.of(ENCODING, FIELDS, EXTENSIONS, FURTHER_EXTENSIONS);

    private static final List<CertificateRule> OF_PARTS = BY_ITSELF.stream()
            .flatMap(List::stream)
            .filter(rule -> rule instanceof KeyRule || rule instanceof SubjectRule || rule instanceof NamesRule)
            .toList();

    private static final List<IssuerRule> AGAINST_ISSUER = List.of(
            new SignatureFitsKey(),
            new SignerIsIssuer(),
            new IssuerNameCopied(),
            new IssuerIsCa(),
            new WithinIssuerValidity(),
            new AkiIsIssuersSki(),
            new PathLengthHonoured(),
            new NamesWithinConstraints(),
            new PolicyOfIssuer());

    /** Before there is a signature it is not asked. */
    private static final IssuerRule SIGNATURE = new SignatureVerifies();

    private static final List<ExpectationRule> AGAINST_EXPECTATION = List.of(
            new OwnSerialEntropy(),
            new CaAsExpected(),
            new KeyUsageAsExpected(),
            new PurposesAsExpected(),
            new CdpPresent(),
            new UpnGranted(),
            new NamesAsExpected(),
            new PoliciesAsExpected(),
            new LimitsAsExpected(),
            new TlsFeatureAsExpected(),
            new TemplateAsExpected(),
            new AddressesAsExpected(),
            new SiaAsExpected(),
            new IssuerAltNameAsExpected(),
            new DirectoryAttributesAsExpected(),
            new SignatureAsExpected(),
            new ExtensionsAsExpected());

    private static final Map<String, Rule> BY_ID =
            list().stream().collect(Collectors.toUnmodifiableMap(Rule::id, Function.identity()));

    private AllRules() {}

    static List<Rule> list() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(ENCODING);
        rules.addAll(FIELDS);
        rules.addAll(EXTENSIONS);
        rules.addAll(FURTHER_EXTENSIONS);
        rules.addAll(RareRules.all());
        rules.addAll(AGAINST_ISSUER);
        rules.add(SIGNATURE);
        rules.addAll(AGAINST_EXPECTATION);
        return List.copyOf(rules);
    }

    static Map<String, Rule> byId() {
        return BY_ID;
    }

    /** Those about the encoding itself. */
    static List<CertificateRule> encoding() {
        return ENCODING;
    }

    /** Those that look at a key, a subject or a list of names, wherever it stands. */
    static List<CertificateRule> ofParts() {
        return OF_PARTS;
    }

    static void judge(JudgedCertificate certificate, Findings findings) {
        for (List<CertificateRule> rules : BY_ITSELF) {
            judge(rules, certificate, findings);
        }
        List<JudgedExtension> extensions;
        try {
            extensions = certificate.extensions();
        } catch (RuntimeException e) {
            return; // other rules have said so
        }
        for (int i = 0; i < extensions.size(); i++) {
            if (first(extensions, i)) {
                judge(RareRules.about(extensions.get(i).oid()), certificate, findings);
            }
        }
    }

    /** An extension that stands there twice is judged once. */
    private static boolean first(List<JudgedExtension> extensions, int index) {
        for (int i = 0; i < index; i++) {
            if (extensions.get(i).oid().equals(extensions.get(index).oid())) {
                return false;
            }
        }
        return true;
    }

    private static void judge(List<CertificateRule> rules, JudgedCertificate certificate, Findings findings) {
        for (CertificateRule rule : rules) {
            try {
                findings.add(rule, rule.judge(certificate));
            } catch (RuntimeException e) {
                findings.unjudged(rule, e);
            }
        }
    }

    static void judge(JudgedCertificate certificate, Signer signer, Findings findings) {
        for (IssuerRule rule : AGAINST_ISSUER) {
            try {
                findings.add(rule, rule.judge(certificate, signer));
            } catch (RuntimeException e) {
                findings.unjudged(rule, e);
            }
        }
    }

    static void judgeSignature(JudgedCertificate certificate, Signer signer, Findings findings) {
        findings.add(SIGNATURE, () -> SIGNATURE.judge(certificate, signer));
    }

    static void judge(JudgedCertificate certificate, Expectation expectation, Findings findings) {
        for (ExpectationRule rule : AGAINST_EXPECTATION) {
            try {
                findings.add(rule, rule.judge(certificate, expectation));
            } catch (RuntimeException e) {
                findings.unjudged(rule, e);
            }
        }
    }
}
