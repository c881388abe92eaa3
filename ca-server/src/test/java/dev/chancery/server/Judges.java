package dev.chancery.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the validating software of the world says about one certificate, its issuer and the CRLs that are published at one
 * address. Those that fetch do so; the others are given what is published (STANDARDS.md "Judges").
 */
final class Judges {
    enum Verdict {
        GOOD,
        REVOKED,
        /** Neither: no CRL that covers it, or none in force. */
        UNKNOWN
    }

    private final PublicProxy published;
    private final Path work;

    private Judges(PublicProxy published, Path work) {
        this.published = published;
        this.work = work;
    }

    static Judges at(PublicProxy published, Path work) throws IOException {
        Judges judges = new Judges(published, work);
        judges.keep("/ca/root.pem", "root.pem");
        judges.keep("/ca/issuing.pem", "issuing.pem");
        return judges;
    }

    /**
     * @param crl name under {@code /crl/} of the CRL that covers the certificate, {@code issuing} or {@code issuing-1}
     * @param delta name of a delta CRL, empty for none
     */
    Map<String, Verdict> judge(String certificate, String crl, String delta) throws IOException {
        Files.writeString(work.resolve("leaf.pem"), certificate);
        keep("/crl/root.pem", "root.crl.pem");
        keep("/crl/root.crl", "root.crl");
        pem("/crl/" + crl + ".crl", "issuing.crl");
        String all = Files.readString(work.resolve("issuing.crl.pem")) + Files.readString(work.resolve("root.crl.pem"));
        Files.writeString(work.resolve("crls.pem"), all);
        Files.writeString(work.resolve("with-delta.pem"), all);
        if (!delta.isEmpty()) {
            pem("/crl/" + delta + ".crl", "delta.crl");
            Files.writeString(work.resolve("with-delta.pem"), all + Files.readString(work.resolve("delta.crl.pem")));
        }
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        verdicts.put("openssl", openSsl());
        verdicts.put("openssl deltas", openSslWithDeltas());
        verdicts.put("Java PKIX", javaPkix());
        verdicts.put("GnuTLS", gnuTls());
        verdicts.put("NSS", nss());
        verdicts.put("strongSwan", strongSwan());
        return verdicts;
    }

    private Verdict openSsl() {
        return openSslVerdict(run(
                "openssl verify -x509_strict -purpose sslserver -CAfile root.pem -untrusted issuing.pem -crl_check_all"
                        + " -crl_download -CRLfile root.crl.pem leaf.pem"));
    }

    /** Fetches no delta by itself: the certificate does not name one, the CRL does. */
    private Verdict openSslWithDeltas() {
        return openSslVerdict(run(
                "openssl verify -x509_strict -purpose sslserver -CAfile root.pem -untrusted issuing.pem -crl_check_all"
                        + " -use_deltas -extended_crl -CRLfile with-delta.pem leaf.pem"));
    }

    private static Verdict openSslVerdict(String said) {
        return verdict(said, "certificate revoked", "leaf.pem: OK");
    }

    private Verdict javaPkix() {
        return verdict(PkixVerdict.byCrl(work, "root.pem", "issuing.pem", "leaf.pem"), "REVOKED ", "VALID");
    }

    private Verdict gnuTls() throws IOException {
        Files.writeString(
                work.resolve("chain.pem"),
                Files.readString(work.resolve("leaf.pem")) + Files.readString(work.resolve("issuing.pem")));
        return verdict(
                run("certtool --verify --load-ca-certificate root.pem --load-crl crls.pem --infile chain.pem"),
                "revoked",
                "Verified. The certificate is trusted");
    }

    private Verdict nss() throws IOException {
        Path store = Files.createTempDirectory(work, "nss");
        String database = "sql:" + store;
        Tool.ok(work, "certutil", "-N", "-d", database, "--empty-password");
        add(database, "root", "C,,");
        add(database, "issuing", ",,");
        Tool.ok(work, "crlutil", "-I", "-d", database, "-i", "root.crl", "-t", "1");
        Tool.run(work, "crlutil", "-I", "-d", database, "-i", "issuing.crl", "-t", "1");
        add(database, "leaf", ",,");
        String said = run("vfychain -u 1 -d " + database + " -g chain -m crl leaf");
        return verdict(said, "has been revoked", "Chain is good!");
    }

    private Verdict strongSwan() {
        String said = run("pki --verify --in leaf.pem --cacert issuing.pem --cacert root.pem --online");
        return verdict(
                said, "certificate was revoked", "certificate trusted, lifetimes valid, certificate not revoked");
    }

    private void add(String database, String name, String trust) {
        Tool.ok(work, "certutil", "-A", "-d", database, "-n", name, "-t", trust, "-i", name + ".pem");
    }

    private String run(String words) {
        return Tool.run(work, List.of(words.split(" "))).output();
    }

    private static Verdict verdict(String said, String revoked, String good) {
        if (said.contains(revoked)) {
            return Verdict.REVOKED;
        }
        return said.contains(good) ? Verdict.GOOD : Verdict.UNKNOWN;
    }

    private void keep(String path, String file) throws IOException {
        Files.write(work.resolve(file), published.get(path));
    }

    private void pem(String path, String file) throws IOException {
        keep(path, file);
        Tool.ok(work, "openssl", "crl", "-inform", "DER", "-in", file, "-out", file + ".pem");
    }
}
