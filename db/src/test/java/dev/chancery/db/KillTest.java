package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.SerialNumber;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process appends as fast as it can, says what was acknowledged, and is killed with signal 9. */
@DisplayName("After kill -9")
class KillTest {
    @TempDir
    Path directory;

    private final Random random = new Random(9);

    @Test
    @DisplayName("everything that was acknowledged is there, three times in a row")
    void threeTimes() throws Exception {
        cycles(3);
    }

    @Test
    @Tag("long")
    @DisplayName("everything that was acknowledged is there, forty times in a row")
    void fortyTimes() throws Exception {
        cycles(40);
    }

    private void cycles(int count) throws Exception {
        Map<Long, String> acknowledged = new LinkedHashMap<>();
        for (int cycle = 0; cycle < count; cycle++) {
            int before = acknowledged.size();
            appendUntilKilled(cycle, acknowledged);
            assertThat(acknowledged.size())
                    .as("acknowledged in cycle %d", cycle)
                    .isGreaterThan(before);
            try (Storage storage = Stores.open(directory)) {
                acknowledged.forEach(
                        (sequence, serial) -> assertThat(storage.ledger().find(SerialNumber.parse(serial)))
                                .as("certificate %s of record %d", serial, sequence)
                                .map(CertificateRecord::journalSequence)
                                .contains(sequence));
            }
        }
        Storage.rebuild(StorageSettings.in(directory), Stores.seal(), java.time.Clock.systemUTC(), Progress.silent());
    }

    /** Reads "sequence serial" lines, and kills after some of them; what was printed was acknowledged before. */
    private void appendUntilKilled(int cycle, Map<Long, String> acknowledged) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appender.class.getName(),
                        directory.toString(),
                        Integer.toString(cycle))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int enough = 50 + random.nextInt(1500);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = lines.readLine();
            for (int i = 0; line != null; i++) {
                if (line.matches("[0-9]+ [0-9a-f]{32}!")) {
                    acknowledged.put(Long.parseLong(line.split(" ")[0]), line.split(" ")[1].replace("!", ""));
                }
                if (i == enough) {
                    process.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
