package dev.chancery.server;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A good request, to be damaged.
 *
 * @param head request line and fields, without Content-Length and without the empty line
 */
record HttpSample(Der head, Der body) {
    /** One of each kind: addresses with queries, JSON, a form, a bare CSR, conditional and partial reading. */
    static List<HttpSample> all(TestServer server) {
        String host = "\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + server.token();
        String json = host + "\r\nContent-Type: application/json";
        String form = "\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded";
        byte[] csr = csr();
        String pem = "-----BEGIN CERTIFICATE REQUEST-----\\n"
                + Base64.getEncoder().encodeToString(csr) + "\\n-----END CERTIFICATE REQUEST-----";
        String serial = TestServer.json(server.api("GET", "/certificates", Map.of()))
                .get("certificates")
                .get(0)
                .get("serial")
                .stringValue();
        return List.of(
                get("/api/v1/certificates?search=www&status=valid&limit=10&expiresBefore=2030-01-01", host),
                get("/api/v1/certificates/" + serial + ".p7b", host),
                get("/api/v1/journal?from=1&limit=5", host),
                get("/certificates?search=www&filter=own", host),
                get("/crl/issuing.crl", host + "\r\nIf-Modified-Since: Sun, 01 Jan 2023 00:00:00 GMT"),
                get("/ca/issuing-chain.pem", host + "\r\nRange: bytes=0-10"),
                get(
                        "/ocsp/MEUwQzBBMD8wPTAJBgUrDgMCGgUABBRhe9pnxhS1MYLGrdoVk+VfJq8BGQQUGJKVNjSn/SMbvQwVHMPdVVbGiq4"
                                + "CBAESNFY=",
                        host + "\r\nIf-None-Match: \"00\""),
                post("/ocsp", host + "\r\nContent-Type: application/ocsp-request", ocsp()),
                get("/", host + "\r\nCookie: __Host-chancery=abc\r\nAccept: text/html"),
                post("/api/v1/certificates", json, "{\"profile\":\"tls-server\",\"csr\":\"" + pem + "\"}"),
                post("/api/v1/certificates?profile=tls-server", host + "\r\nContent-Type: application/pkcs10", csr),
                post("/api/v1/certificates/0f/revocation", json, "{\"reason\":\"superseded\"}"),
                post(
                        "/api/v1/users",
                        json,
                        "{\"name\":\"x\",\"roles\":[\"requester\"],\"grants\":{\"exact\":[\"a\"]}}"),
                post("/sign-in", form, "name=admin&password=x&next=%2Foverview"));
    }

    private static HttpSample get(String path, String fields) {
        return of("GET " + path + " HTTP/1.1" + fields, new byte[0]);
    }

    private static HttpSample post(String path, String fields, String body) {
        return post(path, fields, body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpSample post(String path, String fields, byte[] body) {
        return of("POST " + path + " HTTP/1.1" + fields, body);
    }

    private static HttpSample of(String head, byte[] body) {
        return new HttpSample(Der.ofOwned(head.getBytes(StandardCharsets.UTF_8)), Der.ofOwned(body));
    }

    /** With two CertIDs of nobody and a nonce. */
    private static byte[] ocsp() {
        try {
            CertID id = new CertID(
                    new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1),
                    new DEROctetString(new byte[20]),
                    new DEROctetString(new byte[20]),
                    new ASN1Integer(0x123456));
            Extension nonce = new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(new byte[16]).getEncoded());
            return new OCSPReqBuilder()
                    .addRequest(new CertificateID(id))
                    .addRequest(new CertificateID(id), new Extensions(nonce))
                    .setRequestExtensions(new Extensions(nonce))
                    .build()
                    .getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException("a plain request can be made", e);
        }
    }

    private static byte[] csr() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=www.lab.example.com"), pair.getPublic())
                    .build(new JcaContentSignerBuilder("Ed25519").build(pair.getPrivate()))
                    .getEncoded();
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("a plain request can be made", e);
        }
    }
}
