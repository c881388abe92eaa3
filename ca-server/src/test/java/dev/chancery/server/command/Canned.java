package dev.chancery.server.command;

import dev.chancery.core.x509.EncodedCertificate;
import java.util.List;
import java.util.stream.Collectors;

/** Answers of the API as CONTRACT.md describes them. */
final class Canned {
    static final String SERIAL = "4f1a09c2d8e75b3610aa54c7b1f0e629";

    private Canned() {}

    static String certificate(String serial, String name, String status, String more) {
        return """
            {"serial":"%s","issuer":"issuing","subject":"CN=%s","sans":["dns:%s","ip:10.0.0.7"],
             "notBefore":"2026-09-01T00:00:00Z","notAfter":"2026-10-24T12:00:00Z","profile":"tls-server",
             "requester":"alice","issuedAt":"2026-09-01T00:00:00Z","status":"%s"%s}""".formatted(serial, name, name, status, more);
    }

    static String issued(EncodedCertificate certificate, List<EncodedCertificate> chain) {
        return certificate(
                certificate.serial().hex(),
                certificate.subject().shortName(),
                "valid",
                ",\"fingerprint\":\"" + certificate.fingerprint().hex() + "\",\"certificate\":\""
                        + escaped(certificate.pem()) + "\",\"chain\":\""
                        + escaped(chain.stream().map(EncodedCertificate::pem).collect(Collectors.joining())) + "\"");
    }

    static String escaped(String pem) {
        return pem.replace("\n", "\\n");
    }

    static final String WAITING = """
        {"request":{"id":17,"state":"pending","waitsBecause":["The name www.example.com is not in your grant."]}}""";

    static final String REFUSED = """
        {"type":"about:blank","title":"Unprocessable Content","status":422,"detail":"two things are wrong",
         "findings":[
          {"rule":"name-underscore","field":"dns[0]","message":"\\"a_b.example.com\\": no underscore.",
           "suggestion":"a-b.example.com"},
          {"rule":"key-size","field":"csr","message":"The key is too short."}]}""";
}
