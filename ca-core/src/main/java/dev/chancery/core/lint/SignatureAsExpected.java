package dev.chancery.core.lint;

import java.util.Optional;

/** A weaker signature than the profile asks for is not what its readers rely on. */
final class SignatureAsExpected extends ExpectationRule {
    SignatureAsExpected() {
        super(
                "signature-as-expected",
                Severity.ERROR,
                "RFC 5280 §4.1.1.2",
                "signature",
                "The signature is made over the hash and with the padding that the profile states.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        AlgorithmIdentifier algorithm = certificate.signature();
        String name = SignatureScheme.of(algorithm.oid())
                .map(SignatureScheme::jcaName)
                .orElse(algorithm.oid());
        boolean pss = name.equals(SignatureScheme.RSA_PSS.jcaName());
        boolean rsa = pss || name.endsWith("withRSA");
        if (rsa && pss != expectation.particulars().pss()) {
            return wrong("the RSA signature is " + name + (pss ? "" : ", not RSASSA-PSS"));
        }
        String hash = pss ? PssHash.of(algorithm) : name.replaceFirst("with.*", "");
        return expectation.particulars().signatureHash().map(hash::equals).orElse(true)
                ? fine()
                : wrong("the signature is made over " + hash + ", the profile states "
                        + expectation.particulars().signatureHash().get());
    }
}
