package dev.chancery.server.bench;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Pem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** HTTP requests as octets, made before the clock starts. */
final class Requests {
    private Requests() {}

    static byte[] get(URI server, String path, String token) {
        return (head("GET", server, path) + "Authorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] get(URI server, String path) {
        return (head("GET", server, path) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The fields of an answer without its content. */
    static byte[] head(URI server, String path) {
        return (head("HEAD", server, path) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** For whoever has it already: answered 304. */
    static byte[] getUnless(URI server, String path, String etag) {
        return (head("GET", server, path) + "If-None-Match: " + etag + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** {@code POST /api/v1/certificates} for each request. */
    static List<byte[]> issue(URI server, String token, String profile, List<String> requests) {
        List<byte[]> made = new ArrayList<>();
        for (String pem : requests) {
            String body = "{\"profile\":\"" + profile + "\",\"csr\":\"" + pem.replace("\n", "\\n") + "\"}";
            made.add(post(server, "/api/v1/certificates", token, body));
        }
        return made;
    }

    static byte[] revoke(URI server, String token, String serial) {
        return post(server, "/api/v1/certificates/" + serial + "/revocation", token, "{\"reason\":\"superseded\"}");
    }

    private static byte[] post(URI server, String path, String token, String body) {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream request = new ByteArrayOutputStream(octets.length + 400);
        request.writeBytes((head("POST", server, path) + "Authorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + octets.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(octets);
        return request.toByteArray();
    }

    private static String head(String method, URI server, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n";
    }

    /** Certificate requests in PEM, each for two names of its own; there are as many keys as given, used in turn. */
    static List<String> certificateRequests(KeyAlgorithm algorithm, int keys, int count) {
        try {
            List<KeyPair> pairs = new ArrayList<>();
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.jcaName());
            if (algorithm.curve().isEmpty()) {
                generator.initialize(algorithm.bits());
            } else {
                generator.initialize(new ECGenParameterSpec(algorithm.curve()));
            }
            for (int i = 0; i < keys; i++) {
                pairs.add(generator.generateKeyPair());
            }
            List<String> requests = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                requests.add(certificateRequest(algorithm, pairs.get(i % keys), i));
            }
            return requests;
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new BenchFailedException("Certificate requests cannot be made: " + e.getMessage(), e);
        }
    }

    private static String certificateRequest(KeyAlgorithm algorithm, KeyPair pair, int number)
            throws OperatorCreationException, IOException {
        String name = "host" + number + ".bench.example.com";
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(
                org.bouncycastle.asn1.x509.Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, name),
                    new GeneralName(GeneralName.dNSName, "host" + number + ".lab.example.com")
                }));
        PKCS10CertificationRequest request = new JcaPKCS10CertificationRequestBuilder(
                        new X500Name("CN=" + name), pair.getPublic())
                .addAttribute(
                        org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                        extensions.generate())
                .build(new JcaContentSignerBuilder(algorithm.signature().jcaName()).build(pair.getPrivate()));
        return Pem.encode("CERTIFICATE REQUEST", Der.ofOwned(request.getEncoded()));
    }
}
