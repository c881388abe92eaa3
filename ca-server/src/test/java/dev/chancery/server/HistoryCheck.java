package dev.chancery.server;

import static org.awaitility.Awaitility.await;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/**
 * The history checker of SECURITY.md: reads the clients' acknowledgements, the journal and every CRL published, and proves
 * that nothing acknowledged was lost, given twice, or taken back; of a server that runs, that OCSP says the same.
 * Whether the database does is for {@code verify} and the API to show. Every method throws an AssertionError that names
 * what is wrong.
 */
final class HistoryCheck {
    /** Of a machine that is busy with other tests. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;
    private final Duration patience;
    private final JournalTranscript journal;
    private final Map<String, Der> certificates = new HashMap<>();
    private final Map<String, EncodedCertificate> authorities = new HashMap<>();
    private final Map<String, String> serialsByKey = new HashMap<>();
    /** By scope of a CRL: {@code issuing}, {@code issuing/3}. */
    private final Map<String, StatusTimeline> timelines = new HashMap<>();
    /** The scope of a partition, by serial. */
    private final Map<String, String> partitions = new HashMap<>();

    private final Map<String, BigInteger> crlNumbers = new HashMap<>();
    private final Map<String, Der> crlHashes = new HashMap<>();
    private final Map<String, StatusTimeline> timelineOf = new HashMap<>();
    private final OcspRollCall ocsp = new OcspRollCall();
    private EncodedCertificate last;
    private int changesChecked;
    private int crlsChecked;
    private BigInteger lastFetched = BigInteger.ZERO;

    HistoryCheck(Path data) {
        this(data, PATIENCE);
    }

    /** @param patience how long the last CRL that the journal names may take to be in force */
    HistoryCheck(Path data, Duration patience) {
        this.data = data;
        this.patience = patience;
        this.journal = new JournalTranscript(data);
    }

    /** While no server works on the directory: whatever CRL comes next must show all that stands in the journal now. */
    void atRest() throws IOException {
        read();
        timelines.values().forEach(StatusTimeline::settle);
    }

    /** Reads what the journal has gained, then looks for everything that was acknowledged. */
    void check(Acknowledgements told) throws IOException {
        read();
        told.issued().values().forEach(this::certificateIsThere);
        List<Acknowledgements.Change> changes = told.changes();
        changes.subList(changesChecked, changes.size()).forEach(this::changeIsThere);
        changesChecked = changes.size();
        List<Acknowledgements.FetchedCrl> crls = told.crls();
        for (Acknowledgements.FetchedCrl crl : crls.subList(crlsChecked, crls.size())) {
            fetchedCrlIsRight(crl, changes);
        }
        crlsChecked = crls.size();
        // A start serves the last CRL and has the next one made; it waits no more than a moment for that one.
        try {
            await().atMost(patience).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
                read();
                crlsInForceAreTheLast();
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage(), e);
        }
        everyCrlFileIsRecorded();
    }

    /** The same of a server that has just started, whose OCSP must know of all that, too. */
    void check(Acknowledgements told, ApiCaller api) throws IOException, InterruptedException {
        check(told);
        ocsp.check(told, this, api::ocsp);
    }

    /** At the end of a test: OCSP knows everything. */
    void checkAll(Acknowledgements told, ApiCaller api) throws IOException, InterruptedException {
        check(told);
        ocsp.checkAll(told, this, api::ocsp);
    }

    /** By the journal. */
    Optional<String> status(String serial) {
        return timelineOf.get(serial).status(serial);
    }

    EncodedCertificate authority(String name) {
        return authorities.get(name);
    }

    /** The one that was issued last. */
    EncodedCertificate lastIssued() {
        return last;
    }

    JournalTranscript journal() {
        return journal;
    }

    long records() {
        return journal.sequence();
    }

    private void read() throws IOException {
        for (JsonNode record : journal.more()) {
            switch (record.get("type").asString()) {
                case "authority-added" -> authorities.put(text(record, "name"), certificate(record));
                case "certificate-issued" -> issued(record);
                case "certificate-revoked" ->
                    concerned(record)
                            .forEach(timeline -> timeline.revoked(text(record, "serial"), text(record, "reason")));
                case "hold-released" ->
                    concerned(record).forEach(timeline -> timeline.released(text(record, "serial")));
                case "crl-signed" -> crlSigned(record);
                default -> {
                    // Accounts, requests and decisions are not acknowledged by the clients of these tests.
                }
            }
        }
    }

    private void issued(JsonNode record) {
        EncodedCertificate certificate = certificate(record);
        last = certificate;
        String serial = certificate.serial().hex();
        expect(certificates.put(serial, certificate.der().sha256()) == null, "serial " + serial + " was issued twice");
        if (record.has("partition")) {
            partitions.put(
                    serial,
                    text(record, "issuer") + "/" + record.get("partition").asInt());
        }
        concerned(text(record, "issuer"), serial)
                .forEach(timeline ->
                        timeline.issued(serial, certificate.validity().notAfter()));
        timelineOf.put(serial, timeline(text(record, "issuer")));
        if (record.has("idempotencyKey")) {
            String key = text(record, "requester") + " " + text(record, "idempotencyKey");
            expect(serialsByKey.put(key, serial) == null, "the idempotency key of " + key + " issued twice");
        }
    }

    private void crlSigned(JsonNode record) throws IOException {
        String scope = text(record, "scope");
        BigInteger number = new BigInteger(text(record, "number"));
        BigInteger before = crlNumbers.put(scope, number);
        expect(
                before == null || number.compareTo(before) > 0,
                "CRL number " + number + " of " + scope + " follows " + before);
        Der hash = Der.fromHex(text(record, "sha256"));
        String name = "crl/" + publication(scope) + "/" + number + ".crl";
        crlHashes.put(name, hash);
        Optional<ListedCertificates> listed = Optional.empty();
        if (Files.exists(data.resolve(name))) {
            Der content = Der.ofOwned(Files.readAllBytes(data.resolve(name)));
            expect(content.sha256().equals(hash), name + " is not the CRL that the journal names");
            listed = Optional.of(ListedCertificates.read(content));
            expect(
                    listed.get().number().equals(number),
                    name + " has the number " + listed.get().number());
        }
        timeline(scope).crl(name, Instant.parse(text(record, "thisUpdate")), listed);
    }

    private void certificateIsThere(Acknowledgements.Certificate told) {
        Der found = certificates.get(told.serial());
        expect(found != null, "certificate " + told.serial() + " was acknowledged and is not in the journal");
        expect(told.sha256().equals(found), "certificate " + told.serial() + " is not octet for octet what was given");
        told.key()
                .ifPresent(key -> expect(
                        told.serial().equals(serialsByKey.get("local-admin " + key)),
                        "idempotency key " + key + " belongs to another certificate than " + told.serial()));
    }

    private void changeIsThere(Acknowledgements.Change change) {
        StatusTimeline timeline = timelineOf.get(change.serial());
        expect(
                timeline != null && timeline.happened(change.serial(), change.reason()),
                change + " was acknowledged and is not in the journal");
    }

    private void fetchedCrlIsRight(Acknowledgements.FetchedCrl crl, List<Acknowledgements.Change> changes) {
        ListedCertificates listed = ListedCertificates.read(crl.der());
        String name = "crl/" + crl.issuer() + "/" + listed.number() + ".crl";
        expect(crl.der().sha256().equals(crlHashes.get(name)), name + " was served and is not the journal's");
        expect(
                listed.number().compareTo(lastFetched) >= 0,
                "CRL " + listed.number() + " was served after " + lastFetched);
        lastFetched = listed.number();
        for (Acknowledgements.Change change : changes.subList(0, crl.changesBefore())) {
            boolean forGood = change.reason()
                    .filter(reason -> !reason.equals("certificateHold"))
                    .isPresent();
            expect(
                    !forGood
                            || listed.reasons().containsKey(change.serial())
                            || timelineOf.get(change.serial()).ended(change.serial(), listed.thisUpdate()),
                    name + " was asked for after the revocation of " + change.serial() + " and lacks it");
        }
    }

    /** A CRL that is recorded may lack its file, when the process ended in between; one that has a file is recorded. */
    private void crlsInForceAreTheLast() throws IOException {
        for (String scope : crlNumbers.keySet()) {
            String issuer = publication(scope);
            Der inForce = Der.ofOwned(Files.readAllBytes(data.resolve("crl/" + issuer + ".crl")));
            BigInteger number = ListedCertificates.read(inForce).number();
            String name = "crl/" + issuer + "/" + number + ".crl";
            expect(inForce.sha256().equals(crlHashes.get(name)), "crl/" + issuer + ".crl is not the journal's " + name);
            expect(
                    number.equals(crlNumbers.get(scope)),
                    issuer + ".crl has the number " + number + ", and the journal ends with " + crlNumbers.get(scope));
        }
    }

    private void everyCrlFileIsRecorded() throws IOException {
        for (String scope : crlNumbers.keySet()) {
            String issuer = publication(scope);
            try (Stream<Path> files = Files.list(data.resolve("crl/" + issuer))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".crl"))
                        .forEach(file -> expect(
                                crlHashes.containsKey("crl/" + issuer + "/" + file),
                                "crl/" + issuer + "/" + file + " was published and is not in the journal"));
            }
        }
    }

    /** Of the full CRL, and of the partition's where there is one. */
    private List<StatusTimeline> concerned(JsonNode record) {
        return concerned(text(record, "issuer"), text(record, "serial"));
    }

    private List<StatusTimeline> concerned(String issuer, String serial) {
        String partition = partitions.get(serial);
        return partition == null ? List.of(timeline(issuer)) : List.of(timeline(issuer), timeline(partition));
    }

    private StatusTimeline timeline(String scope) {
        return timelines.computeIfAbsent(scope, fresh -> new StatusTimeline());
    }

    private static String publication(String scope) {
        return scope.replace('/', '-');
    }

    private static EncodedCertificate certificate(JsonNode record) {
        return new EncodedCertificate(Der.fromBase64(text(record, "certificate")));
    }

    private static String text(JsonNode record, String field) {
        return record.get(field).asString();
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
