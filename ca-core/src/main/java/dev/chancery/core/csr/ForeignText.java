package dev.chancery.core.csr;

import dev.chancery.core.x509.Objection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text and files that people send instead of a request, each called by its name. Never repeats any of it. */
final class ForeignText {
    private static final Pattern LABEL = Pattern.compile("-+[ \\n]*BEGIN[ \\n]+([A-Z0-9 ]{1,40}?)[ \\n]*-+");
    private static final Pattern PRIVATE_KEY =
            Pattern.compile("PRIVATE[ \\n]+KEY[ \\n]*(BLOCK)?-|PuTTY-User-Key-File|Private-Lines:");

    private ForeignText() {}

    static Objection privateKeyPasted() {
        return Objection.of(
                "csr-private-key",
                "csr",
                "This holds a private key. It was not stored, but it has left the machine it belongs to: treat it as"
                        + " compromised, make a new key there, and send only the certificate request made with it.");
    }

    static Objection not(String what, String advice) {
        return Objection.of("csr-not-a-request", "csr", "This is " + what + ", not a certificate request. " + advice);
    }

    static Optional<Objection> privateKey(String text) {
        return PRIVATE_KEY.matcher(text).find() ? Optional.of(privateKeyPasted()) : Optional.empty();
    }

    /** Text without a request in it. Empty when it may be bare base64. */
    static Optional<Objection> recognise(String text) {
        Matcher label = LABEL.matcher(text);
        if (label.find()) {
            return Optional.of(labelled(label.group(1).replaceAll("[ \\n]+", " ")));
        }
        String start = text.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("ssh-") || start.startsWith("ecdsa-sha2-") || start.startsWith("sk-ssh-")) {
            return Optional.of(not("an SSH public key", "Make a request with: openssl req -new -key KEYFILE."));
        }
        if (start.startsWith("<")) {
            return Optional.of(not("a web page or XML", "Upload the file that the server's administrator made."));
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return Optional.of(not("JSON", "Send the value of its request field alone."));
        }
        return Optional.empty();
    }

    /** Octets that are neither text nor DER. */
    static Unwrapped binary(byte[] input) {
        boolean javaKeyStore = startsWith(input, 0xfe, 0xed, 0xfe, 0xed) || startsWith(input, 0xce, 0xce, 0xce, 0xce);
        if (javaKeyStore) {
            return new Unwrapped.Nothing(privateKeyPasted());
        }
        if (startsWith(input, 'P', 'K', 3, 4)) {
            return new Unwrapped.Nothing(not("a ZIP archive", "Unpack it and send the request that is in it."));
        }
        return new Unwrapped.Nothing(
                not("a file of another kind", "Send a PKCS#10 request in PEM or DER, as openssl req -new makes it."));
    }

    private static Objection labelled(String label) {
        return switch (label) {
            case "CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE" -> certificate();
            case "X509 CRL" -> not("a certificate revocation list", "Send the request instead.");
            case "PKCS7", "CMS" -> not("a PKCS#7 file", "It holds certificates; send the request instead.");
            case "PKCS12" -> privateKeyPasted();
            case "PUBLIC KEY", "RSA PUBLIC KEY" -> publicKey();
            case "SSH2 PUBLIC KEY" -> not("an SSH public key", "Make a request with: openssl req -new -key KEYFILE.");
            default ->
                not(
                        "a PEM block of the kind \"" + label + "\"",
                        "Send the block with -----BEGIN CERTIFICATE REQUEST-----.");
        };
    }

    static Objection certificate() {
        return not(
                "a certificate",
                "Send the request that was made before it; it begins with -----BEGIN CERTIFICATE REQUEST-----.");
    }

    static Objection publicKey() {
        return not(
                "a bare public key",
                "A request proves that you hold the private key; make one with: openssl req -new -key KEYFILE.");
    }

    private static boolean startsWith(byte[] input, int... octets) {
        for (int i = 0; i < octets.length; i++) {
            if (i >= input.length || (input[i] & 0xff) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
