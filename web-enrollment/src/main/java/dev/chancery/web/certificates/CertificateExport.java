package dev.chancery.web.certificates;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SubjectAltName;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Reply;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A whole list as a file, written while it is read: as a table, for programs, or the certificates themselves. */
public final class CertificateExport {
    private static final int BUFFER = 32 * 1024;
    private static final List<String> COLUMNS = List.of(
            "serial",
            "name",
            "otherNames",
            "subject",
            "status",
            "profile",
            "issuer",
            "requester",
            "issuedAt",
            "notBefore",
            "notAfter",
            "revokedAt",
            "reason");

    private final IssuerRegistry issuers;
    private final Clock clock;

    public CertificateExport(IssuerRegistry issuers, Clock clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    /** The kinds of files. */
    public enum Format {
        CSV,
        JSON,
        ZIP;

        public String ending() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Reply of(Format format, CertificateSource source) {
        return switch (format) {
            case CSV -> file("csv", "text/csv", out -> csv(source, out));
            case JSON -> file("json", "application/json", out -> json(source, out));
            case ZIP -> file("zip", "application/zip", out -> zip(source, out));
        };
    }

    private static Reply file(String ending, String type, Reply.Writer writer) {
        return Reply.stream(200, type, out -> {
                    BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
                    writer.writeTo(buffered);
                    buffered.flush();
                })
                .asFile("certificates." + ending);
    }

    private void csv(CertificateSource source, OutputStream out) throws IOException {
        Instant now = clock.instant();
        out.write(utf8(CsvLine.of(COLUMNS)));
        source.each(one -> out.write(utf8(CsvLine.of(cells(one, now)))));
    }

    private static List<String> cells(CertificateRecord record, Instant now) {
        EncodedCertificate certificate = record.certificate();
        List<String> names = names(certificate);
        return List.of(
                record.serial().hex(),
                names.isEmpty() ? "" : names.get(0),
                names.stream().skip(1).collect(Collectors.joining(" ")),
                certificate.subject().rfc4514(),
                CertificateSummary.status(record, now),
                record.profile(),
                record.issuer(),
                record.requester(),
                record.issuedAt().toString(),
                certificate.validity().notBefore().toString(),
                certificate.validity().notAfter().toString(),
                record.revocation()
                        .map(RevocationStatus::revokedAt)
                        .map(Instant::toString)
                        .orElse(""),
                record.revocation().map(status -> status.reason().rfcName()).orElse(""));
    }

    private static List<String> names(EncodedCertificate certificate) {
        Set<String> names = new java.util.LinkedHashSet<>();
        certificate.subject().commonName().ifPresent(names::add);
        try {
            certificate.subjectAltNames().stream().map(SubjectAltName::text).forEach(names::add);
        } catch (IllegalArgumentException e) {
            // A broken extension must not end a file in its middle; the common name is there.
        }
        return List.copyOf(names);
    }

    /** As the API lists them, in one object. */
    private void json(CertificateSource source, OutputStream out) throws IOException {
        Instant now = clock.instant();
        out.write(utf8("{\"certificates\":["));
        boolean[] first = {true};
        source.each(one -> {
            out.write(utf8(first[0] ? "\n" : ",\n"));
            first[0] = false;
            out.write(Json.write(CertificateSummary.of(one, now)));
        });
        out.write(utf8("\n]}\n"));
    }

    /** Each as PEM, named by its serial; the CAs above them; and a table that says which is which. */
    private void zip(CertificateSource source, OutputStream out) throws IOException {
        Instant now = clock.instant();
        StringBuilder table = new StringBuilder(CsvLine.of(COLUMNS));
        Set<String> authorities = new TreeSet<>();
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        source.each(one -> {
            put(zip, one.serial().hex() + ".pem", one.certificate().pem());
            table.append(CsvLine.of(cells(one, now)));
            authorities.add(one.issuer());
        });
        for (String authority : authorities) {
            issuers.find(authority).ifPresent(issuer -> chains(zip, issuer));
        }
        put(zip, "certificates.csv", table.toString());
        zip.finish();
    }

    /** The root as well: whoever gets the archive may have to install it. */
    private static void chains(ZipOutputStream zip, Issuer issuer) {
        List<EncodedCertificate> chain = new ArrayList<>(List.of(issuer.certificate()));
        chain.addAll(issuer.chain());
        try {
            put(
                    zip,
                    "ca-" + issuer.name().replaceAll("[^A-Za-z0-9._-]", "_") + "-chain.pem",
                    chain.stream().map(EncodedCertificate::pem).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(utf8(text));
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
