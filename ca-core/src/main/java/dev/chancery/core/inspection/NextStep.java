package dev.chancery.core.inspection;

import dev.chancery.core.lint.Finding;

/** What to do about a finding, by what it is about. */
final class NextStep {
    private NextStep() {}

    static String of(Kind kind, Finding finding) {
        return switch (kind) {
            case CERTIFICATE -> certificate(finding);
            case CRL -> crl(finding);
            case REQUEST -> request(finding);
            case RESPONSE -> response(finding);
        };
    }

    private static String certificate(Finding finding) {
        if (finding.rule().equals("issuer-is-ca")) {
            return "Have it issued by a CA; a certificate that signed itself and is no CA is refused by most software.";
        }
        if (finding.rule().equals("signature-verifies")) {
            return "Look whether the issuer that was given is the right one; if it is, do not trust this certificate.";
        }
        return switch (finding.field()) {
            case "encoding", "certificate" ->
                "Whatever made it writes wrong DER, or the file is damaged: compare it with the original, report it to"
                        + " the maker of that software, and have it issued again.";
            case "subjectPublicKeyInfo" ->
                "Make a new key pair of an allowed kind (EC P-256, or RSA of 2048 bits or more), and request a new"
                        + " certificate for it.";
            case "subject", "subjectAltName" -> "Request a new certificate with this name corrected or left out.";
            case "signature", "signatureAlgorithm", "signatureValue" ->
                "Have the issuer sign anew with SHA-256 or better, by a key that fits the algorithm.";
            case "issuer", "authorityKeyIdentifier" ->
                "Correct at the issuing CA how it names itself, and have the certificate issued again.";
            case "validity" -> "Request a new certificate with a corrected validity.";
            case "serialNumber" ->
                "Correct how the issuing CA chooses serial numbers, and have the certificate issued again.";
            default ->
                "Correct " + finding.field()
                        + " in the profile or template of the issuing CA, and have the certificate issued again.";
        };
    }

    private static String crl(Finding finding) {
        return switch (finding.rule()) {
            case "crl-signature-verifies", "crl-issuer-copied", "crl-aki-is-issuers-ski" ->
                "Look whether the issuer that was given is the right one; if it is, do not use this CRL.";
            case "crl-well-formed", "crl-encoding" ->
                "The file is damaged, or what made it writes wrong DER: fetch it again, and compare.";
            default -> "Correct " + finding.field() + " in the settings of the CA, and publish the CRL anew.";
        };
    }

    private static String response(Finding finding) {
        return switch (finding.rule()) {
            case "ocsp-signature-verifies",
                    "ocsp-signed-by-issuer",
                    "ocsp-responder-of-issuer",
                    "ocsp-responder-may-sign",
                    "ocsp-about-issuer" ->
                "Look whether the CA that was given is the right one; if it is, do not believe this response.";
            case "ocsp-well-formed", "ocsp-encoding" ->
                "The file is damaged, or what made it writes wrong DER: ask the responder again, and compare.";
            default -> "Correct " + finding.field() + " in the settings of the OCSP responder, and ask it again.";
        };
    }

    private static String request(Finding finding) {
        return switch (finding.field()) {
            case "subjectPublicKeyInfo" ->
                "Make a new key pair of an allowed kind (EC P-256, or RSA of 2048 bits or more), and a request with it.";
            case "certificationRequest", "signature", "version" ->
                "Make the request again with a current version of OpenSSL, Java or Windows, and copy it whole.";
            case "signatureAlgorithm" -> "Make the request again, signed with SHA-256 (openssl req -sha256).";
            case "attributes" -> "Make the request again without that, unless somebody needs it.";
            default ->
                "Make the request again with " + finding.field()
                        + " corrected, or give the right value when you hand it in.";
        };
    }
}
