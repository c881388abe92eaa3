package dev.chancery.web.roles;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Objection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All results as one ZIP file: a folder for each role and use with {@code TARGET.pem}, {@code TARGET-chain.pem} or
 * {@code TARGET.inf}, the CA certificates, and {@code summary.csv}.
 *
 * <p>File names are made of the identifiers of roles and of host names that were judged; nothing else gets into them.
 */
public final class RoleArchive {
    private final IssuerRegistry issuers;

    public RoleArchive(IssuerRegistry issuers) {
        this.issuers = issuers;
    }

    /** @param now the time that the files get */
    public byte[] of(List<RoleResult> results, Instant now) {
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder summary = new StringBuilder("id,state,common name,names,install on,serial,file,remarks\r\n");
        for (RoleResult result : results) {
            String file = add(files, result);
            summary.append(line(result, file));
        }
        files.put("summary.csv", summary.toString());
        return zip(files, now);
    }

    private String add(Map<String, String> files, RoleResult result) {
        String base = fileName(result.planned());
        if (result.certreq().isPresent()) {
            files.put(base + ".inf", result.certreq().get());
            return base + ".inf";
        }
        if (result.certificate().isEmpty()) {
            return "";
        }
        CertificateRecord record = result.certificate().get();
        List<EncodedCertificate> above =
                issuers.find(record.issuer()).map(RoleArchive::above).orElse(List.of());
        files.put(base + ".pem", record.certificate().pem());
        files.put(
                base + "-chain.pem",
                record.certificate().pem()
                        + above.stream()
                                .filter(ca -> !ca.selfIssued())
                                .map(EncodedCertificate::pem)
                                .collect(Collectors.joining()));
        for (EncodedCertificate ca : above) {
            files.putIfAbsent(
                    (ca.selfIssued() ? "root-" : "intermediate-")
                            + ca.fingerprint().hex().substring(0, 8) + ".pem",
                    ca.pem());
        }
        return base + ".pem";
    }

    private static List<EncodedCertificate> above(Issuer issuer) {
        List<EncodedCertificate> above = new ArrayList<>();
        above.add(issuer.certificate());
        above.addAll(issuer.chain());
        return above;
    }

    private static String fileName(PlannedCertificate planned) {
        String name = planned.id().toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z0-9-]+/[a-z0-9-]+/[a-z0-9.-]+") || name.contains("..")) {
            throw new IllegalStateException("not made of identifiers and a host name: " + planned.id());
        }
        return name;
    }

    private static String line(RoleResult result, String file) {
        PlannedCertificate planned = result.planned();
        List<String> remarks = new ArrayList<>();
        result.objections().stream().map(Objection::message).forEach(remarks::add);
        result.awaiting()
                .ifPresent(awaiting -> remarks.add("Request " + awaiting.request() + " waits for an officer. "
                        + String.join(" ", awaiting.because())));
        if (result.objections().isEmpty()) {
            remarks.addAll(planned.notes());
        }
        return List.of(
                                planned.id(),
                                result.state().label(),
                                planned.commonName(),
                                String.join(" ", planned.names()),
                                String.join(" ", planned.installOn()),
                                result.certificate()
                                        .map(record -> record.serial().hex())
                                        .orElse(""),
                                file,
                                String.join(" ", remarks))
                        .stream()
                        .map(RoleArchive::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** Quoted, and never the beginning of a formula (SECURITY.md rule 25). */
    private static String cell(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
        String harmless = plain.matches("(?s)[=+@-].*") ? "'" + plain : plain;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private static byte[] zip(Map<String, String> files, Instant now) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(now.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }
}
