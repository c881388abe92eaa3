package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page about a certificate of years ago must not unpack 64 MB. */
@DisplayName("A compressed segment")
class SegmentPiecesTest {
    @TempDir
    Path base;

    private Path journal;
    private Segment plain;
    private byte[] content;
    private List<String> lines;

    @BeforeEach
    void write() throws IOException {
        Path directory = base.resolve("data");
        journal = directory.resolve("journal");
        StorageSettings settings = StorageSettings.in(directory);
        StorageSettings large = new StorageSettings(directory, 1, 64, 16, 1_200_000, settings.stepLimit());
        LargeJournal.write(large, 1_200, 10);
        plain = Segment.list(journal).get(0);
        content = Files.readAllBytes(plain.file());
        lines = new String(content, StandardCharsets.UTF_8).lines().toList();
    }

    private Segment pack() throws IOException {
        new SegmentPacker(journal, nanos -> {}).pack(plain);
        return Segment.list(journal).get(0);
    }

    private List<String> read(long from, long to) {
        List<String> read = new ArrayList<>();
        new JournalFiles(journal, new RecordReader(Stores.seal()))
                .lines(from, to, line -> read.add(new String(line.octets().octets(), StandardCharsets.UTF_8)));
        return read;
    }

    @Test
    @DisplayName("is read from the piece that holds the record, wherever that is")
    void anywhere() throws IOException {
        Segment packed = pack();
        long pieces = 0;
        for (int at = 0; at < lines.size(); at += 37) {
            assertThat(read(at + 1, at + 1)).containsExactly(lines.get(at));
            try (PackedInput input = (PackedInput) packed.open()) {
                input.pass(at);
                assertThat(input.records()).isLessThanOrEqualTo(at);
                assertThat(new String(content, 0, (int) input.offset(), StandardCharsets.UTF_8)
                                .lines()
                                .count())
                        .isEqualTo(input.records());
                assertThat(at - input.records()).as("lines to skip").isLessThan(lines.size() / 3);
                pieces = Math.max(pieces, input.records());
            }
        }
        assertThat(pieces).as("the last piece is not the first").isPositive();
        assertThat(read(1, lines.size())).isEqualTo(lines);
    }

    @Test
    @DisplayName("is, for any other program, one gzip file")
    void gunzip() throws Exception {
        Process zcat = new ProcessBuilder("gzip", "-dc", pack().file().toString()).start();
        assertThat(zcat.getInputStream().readAllBytes()).isEqualTo(content);
        assertThat(zcat.waitFor()).isZero();
    }

    @Test
    @DisplayName("of an older Chancery or of gzip is read as well")
    void older() throws IOException {
        Path other = plain.toCompress().file();
        try (OutputStream output = new GZIPOutputStream(Files.newOutputStream(other))) {
            output.write(content);
        }
        Files.delete(plain.file());
        assertThat(read(1, lines.size())).isEqualTo(lines);
        assertThat(read(700, 701)).isEqualTo(lines.subList(699, 701));
    }

    @Test
    @DisplayName("of which a piece is damaged, cut off or says impossible lengths is not read further")
    void damaged() throws IOException {
        Path file = pack().file();
        byte[] good = Files.readAllBytes(file);
        int first = good.length;
        for (int at = 0; at < good.length && first == good.length; at++) {
            if (SegmentMember.read(Arrays.copyOfRange(good, at, Math.min(good.length, at + SegmentMember.HEADER)))
                    .isPresent()) {
                first = at;
            }
        }
        int length = SegmentMember.read(Arrays.copyOfRange(good, first, first + SegmentMember.HEADER))
                .orElseThrow()
                .length();
        for (int at : new int[] {first, first + 16, first + 23, first + 27, first + 500, first + length - 8}) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) 0x80;
            Files.write(file, bad);
            assertThatThrownBy(() -> all(file)).as("octet " + (at - first)).isInstanceOf(IOException.class);
        }
        Files.write(file, Arrays.copyOf(good, first + length - 3));
        assertThatThrownBy(() -> all(file)).isInstanceOf(java.io.EOFException.class);
        Files.write(file, Arrays.copyOf(good, first + length + 3));
        assertThatThrownBy(() -> all(file)).isInstanceOf(ZipException.class);
    }

    private static byte[] all(Path file) throws IOException {
        try (var input = new Segment(file, 1).open()) {
            return input.readAllBytes();
        }
    }
}
