package dev.chancery.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Certificate requests as the world's tools make them, each with one DNS name. */
final class CsrTools {
    private CsrTools() {}

    /** Tool's name → request in PEM; keys stay in {@code work}. */
    static Map<String, String> all(Path work) throws IOException {
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("openssl", openSsl(work, "openssl.lab.example.com"));
        requests.put("keytool", keytool(work, "keytool.lab.example.com"));
        requests.put("certtool", certtool(work, "certtool.lab.example.com"));
        requests.put("certutil", certutil(work, "certutil.lab.example.com"));
        return requests;
    }

    static String openSsl(Path work, String name) throws IOException {
        Tool.ok(
                work,
                "openssl",
                "req",
                "-new",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr",
                "-subj",
                "/C=DE/O=Example/CN=" + name,
                "-addext",
                "subjectAltName=DNS:" + name);
        return Files.readString(work.resolve(name + ".csr"));
    }

    private static String keytool(Path work, String name) throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Tool.ok(
                work,
                tool,
                "-genkeypair",
                "-keystore",
                "keytool.p12",
                "-storepass",
                "changeit",
                "-alias",
                "a",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=" + name);
        Tool.ok(
                work,
                tool,
                "-certreq",
                "-keystore",
                "keytool.p12",
                "-storepass",
                "changeit",
                "-alias",
                "a",
                "-file",
                "keytool.csr",
                "-ext",
                "SAN=dns:" + name);
        return Files.readString(work.resolve("keytool.csr"));
    }

    private static String certtool(Path work, String name) throws IOException {
        Files.writeString(work.resolve("certtool.cfg"), "cn = \"" + name + "\"\ndns_name = \"" + name + "\"\n");
        Tool.ok(work, "certtool", "--generate-privkey", "--bits", "2048", "--outfile", "certtool.key");
        Tool.ok(
                work,
                "certtool",
                "--generate-request",
                "--load-privkey",
                "certtool.key",
                "--template",
                "certtool.cfg",
                "--outfile",
                "certtool.csr");
        return Files.readString(work.resolve("certtool.csr"));
    }

    private static String certutil(Path work, String name) throws IOException {
        Path store = Files.createDirectories(work.resolve("nss-request"));
        Files.writeString(work.resolve("noise"), "0123456789abcdef0123456789abcdef0123456789abcdef");
        Tool.ok(work, "certutil", "-N", "-d", "sql:" + store, "--empty-password");
        Tool.ok(
                work,
                "certutil",
                "-R",
                "-d",
                "sql:" + store,
                "-s",
                "CN=" + name,
                "-8",
                name,
                "-g",
                "2048",
                "-z",
                "noise",
                "-a",
                "-o",
                "certutil.csr");
        return Files.readString(work.resolve("certutil.csr"));
    }
}
