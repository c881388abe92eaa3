package dev.chancery.core.csr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.RequestedName;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Requests as common tools make them are accepted")
class ToolRequestsTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{1}, {2}")
    @CsvSource({
        "rsa:2048, -sha256, RSA 2048",
        "rsa:3072, -sha384, RSA 3072",
        "rsa:2048, -sha1, RSA 2048",
        "rsa:2048, -sigopt rsa_padding_mode:pss, RSA 2048",
        "ec -pkeyopt ec_paramgen_curve:P-256, -sha256, EC P-256",
        "ec -pkeyopt ec_paramgen_curve:P-384, -sha384, EC P-384",
        "ec -pkeyopt ec_paramgen_curve:P-521, -sha512, EC P-521",
        "ed25519, -batch, Ed25519",
        "ed448, -batch, Ed448"
    })
    @DisplayName("by OpenSSL")
    void openssl(String key, String signature, String type) throws Exception {
        Tool.run(
                directory,
                ("openssl req -new -newkey " + key + " " + signature
                                + " -nodes -keyout key.pem -out request.pem -subj /O=Lab/CN=www.lab.example.com -addext"
                                + " subjectAltName=DNS:www.lab.example.com,IP:10.0.0.7,IP:fd00::7")
                        .split(" "));

        CertificateRequest request = read("request.pem");

        assertThat(request.keyType().label()).isEqualTo(type);
        assertThat(request.subject().rfc4514()).isEqualTo("CN=www.lab.example.com,O=Lab");
        assertThat(request.names())
                .containsExactly(
                        RequestedName.dns("www.lab.example.com", "csr"),
                        RequestedName.ip("10.0.0.7", "csr"),
                        RequestedName.ip("fd00:0:0:0:0:0:0:7", "csr"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"RSA -keysize 2048, RSA 2048", "EC -groupname secp384r1, EC P-384", "Ed25519, Ed25519"})
    @DisplayName("by Java's keytool")
    void keytool(String key, String type) throws Exception {
        String store = " -alias tls -keystore keys.p12 -storepass changeit ";
        Tool.run(
                directory,
                ("keytool -genkeypair -dname CN=java.lab.example.com" + store + "-keyalg " + key).split(" "));
        Tool.run(
                directory,
                ("keytool -certreq -file request.pem" + store + "-ext san=dns:java.lab.example.com,ip:10.0.0.8")
                        .split(" "));

        CertificateRequest request = read("request.pem");

        assertThat(Files.readString(directory.resolve("request.pem"))).contains("NEW CERTIFICATE REQUEST");
        assertThat(request.keyType().label()).isEqualTo(type);
        assertThat(request.names())
                .containsExactly(RequestedName.dns("java.lab.example.com", "csr"), RequestedName.ip("10.0.0.8", "csr"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"rsa --bits 2048, RSA 2048", "ecdsa --curve secp256r1, EC P-256", "ed25519, Ed25519"})
    @DisplayName("by GnuTLS's certtool, with the text that it writes above")
    void certtool(String key, String type) throws Exception {
        Files.writeString(
                directory.resolve("template"),
                "organization = Lab\ncn = gnutls.lab.example.com\ndns_name = gnutls.lab.example.com\ntls_www_server\n");
        Tool.run(directory, ("certtool --generate-privkey --outfile key.pem --key-type " + key).split(" "));
        Tool.run(
                directory,
                "certtool --generate-request --load-privkey key.pem --template template --outfile request.pem"
                        .split(" "));

        CertificateRequest request = read("request.pem");

        assertThat(request.keyType().label()).isEqualTo(type);
        assertThat(request.names()).containsExactly(RequestedName.dns("gnutls.lab.example.com", "csr"));
    }

    @Test
    @DisplayName("by NSS's certutil, in DER and in PEM")
    void certutil() throws Exception {
        Files.writeString(directory.resolve("noise"), "0123456789abcdef0123456789abcdef");
        Tool.run(directory, "certutil -N -d sql:. --empty-password".split(" "));
        String arguments = "certutil -R -d sql:. -s CN=nss.lab.example.com,O=Lab -z noise -k ec -q nistp256"
                + " --extSAN dns:nss.lab.example.com,ip:10.0.0.9 -o ";
        Tool.run(directory, (arguments + "request.der").split(" "));
        Tool.run(directory, (arguments + "request.pem -a").split(" "));

        for (String file : new String[] {"request.der", "request.pem"}) {
            CertificateRequest request = read(file);
            assertThat(request.subject().commonName()).contains("nss.lab.example.com");
            assertThat(request.names())
                    .containsExactly(
                            RequestedName.dns("nss.lab.example.com", "csr"), RequestedName.ip("10.0.0.9", "csr"));
        }
    }

    @Test
    @DisplayName("but not when OpenSSL signed them with MD5")
    void md5() throws Exception {
        Tool.run(
                directory,
                "openssl req -new -newkey rsa:2048 -md5 -nodes -keyout key.pem -out request.pem -subj /CN=x"
                        .split(" "));

        CsrOutcome outcome = Outcomes.read(Files.readAllBytes(directory.resolve("request.pem")));

        assertThat(Outcomes.objection(outcome).rule()).isEqualTo("csr-signature-algorithm");
        assertThat(Outcomes.objection(outcome).message()).contains("MD5").contains("-sha256");
        assertThat(Outcomes.rejected(outcome).malformed()).isFalse();
    }

    private CertificateRequest read(String file) throws Exception {
        byte[] octets = Files.readAllBytes(directory.resolve(file));
        CertificateRequest request = Outcomes.accepted(octets);
        String openssl = Tool.run(
                directory,
                ("openssl req -pubkey -noout -in " + file + (file.endsWith("der") ? " -inform DER" : "")).split(" "));
        assertThat(dev.chancery.core.x509.Pem.decode(openssl, "PUBLIC KEY")).isEqualTo(request.subjectPublicKeyInfo());
        return request;
    }
}
