package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chancery.core.contract.Samples;
import dev.chancery.core.journal.JournalRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closed segments of the journal become smaller, and nothing else. */
@DisplayName("A compressed journal")
class CompressedJournalTest {
    private static final int CERTIFICATES = 400;

    @TempDir
    Path base;

    private Path directory;
    private Path journal;
    private List<String> lines;
    private JournalHead head;

    @BeforeEach
    void write() throws IOException {
        directory = base.resolve("data");
        journal = directory.resolve("journal");
        StorageSettings settings = StorageSettings.in(directory);
        StorageSettings small = new StorageSettings(directory, 1, 64, 16, 130_000, settings.stepLimit());
        head = LargeJournal.write(small, CERTIFICATES, 10);
        lines = lines();
        assertThat(Segment.list(journal)).hasSizeGreaterThan(3);
    }

    private List<String> lines() throws IOException {
        List<String> all = new ArrayList<>();
        for (Segment segment : Segment.list(journal)) {
            try (var input = segment.open()) {
                all.addAll(new String(input.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList());
            }
        }
        return all;
    }

    private void packAll() throws IOException {
        List<Segment> segments = Segment.list(journal);
        SegmentPacker packer = new SegmentPacker(journal, nanos -> {});
        for (Segment segment : segments.subList(0, segments.size() - 1)) {
            packer.pack(segment);
        }
    }

    private Segment packed(int number) throws IOException {
        Segment segment = Segment.list(journal).get(number);
        assertThat(segment.compressed()).isTrue();
        return segment;
    }

    private void flip(Path file, long fromEnd) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length - (int) fromEnd] ^= 1;
        Files.write(file, octets);
    }

    @Test
    @DisplayName("comes of itself while the server runs, and reads as before: page, start, verification, rebuild")
    void everywhere() throws Exception {
        try (Storage storage = Stores.open(directory)) {
            Awaitility.await()
                    .atMost(java.time.Duration.ofMinutes(2))
                    .until(() -> Segment.list(journal).stream()
                                    .filter(Segment::compressed)
                                    .count()
                            == Segment.list(journal).size() - 1);
            assertThat(Stores.records(storage)).hasSize(lines.size());
            for (long from : new long[] {1, 100, 101, 250, lines.size()}) {
                assertThat(storage.journal().page(from, 1).get(0).sequence()).isEqualTo(from);
            }
            Stores.record(storage, Samples.request(1));
        }
        try (Storage storage = Stores.open(directory)) {
            assertThat(storage.replayed()).isZero();
            assertThat(storage.journal().lastSequence()).isEqualTo(head.sequence() + 1);
        }
        assertThat(lines().subList(0, lines.size())).isEqualTo(lines);
        Rebuilt rebuilt = Storage.rebuild(
                StorageSettings.in(directory), Stores.seal(), java.time.Clock.systemUTC(), Progress.silent());
        assertThat(rebuilt.records()).isEqualTo(head.sequence() + 1);
        // The certificates are not really signed by a CA of this journal, which the core's verifier says.
        assertThat(Storage.verify(StorageSettings.in(directory), Stores.seal(), Progress.silent())
                        .problem())
                .hasValueSatisfying(words -> assertThat(words).startsWith("record 1: "));
    }

    @Test
    @DisplayName("is half as large, and any gzip reads it")
    void smaller() throws Exception {
        long plain = Files.size(Segment.list(journal).get(0).file());
        packAll();
        Path file = packed(0).file();
        assertThat(file.getFileName()).hasToString("000000000001.jsonl.gz");
        assertThat(Files.size(file)).isLessThan(plain * 7 / 10);
        Process zcat = new ProcessBuilder("gzip", "-dc", file.toString()).start();
        String first = zcat.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(first).isEqualTo(lines.get(0));
        zcat.destroy();
        Process test = new ProcessBuilder("gzip", "-t", file.toString()).start();
        assertThat(test.waitFor()).isZero();
    }

    @Test
    @DisplayName("is not unpacked by a start that need not")
    void quickStart() throws Exception {
        packAll();
        PackedSegment header = PackedSegment.read(packed(1).file()).orElseThrow();
        assertThat(header.first()).isEqualTo(packed(1).first());
        assertThat(header.last()).isEqualTo(packed(2).first() - 1);
        assertThat(Stores.check(directory, header.last()).markHash()).contains(header.hash());
        for (long mark : new long[] {0, 1, header.last() - 1, header.last(), head.sequence()}) {
            assertThat(quick(mark)).isEqualTo(Stores.check(directory, mark));
        }
    }

    private JournalState quick(long mark) throws IOException {
        RecordReader reader = new RecordReader(Stores.seal());
        return new ChainCheck(journal, reader, mark, sequence -> {}, ChainCheck.Depth.PACKED_AS_A_WHOLE).run();
    }

    @Test
    @DisplayName("stops the start wherever one bit is flipped, and names the file")
    void flippedBits() throws Exception {
        packAll();
        Path file = packed(1).file();
        byte[] good = Files.readAllBytes(file);
        int header = PackedSegment.read(file).orElseThrow().header().length;
        for (int at = header; at < good.length; at += at < header + 100 || at > good.length - 20 ? 1 : 997) {
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << at % 8);
            Files.write(file, bad);
            assertThatThrownBy(() -> quick(0))
                    .as("octet %d", at)
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining(file.toString());
        }
        Files.write(file, good);
        assertThat(quick(0).head()).isEqualTo(head);
    }

    @Test
    @DisplayName("is looked at line by line when its header was changed, and goes on only if they are whole")
    void flippedHeader() throws Exception {
        packAll();
        Path file = packed(1).file();
        byte[] good = Files.readAllBytes(file);
        PackedSegment header = PackedSegment.read(file).orElseThrow();
        for (int at = 10; at < header.header().length - 1; at += 7) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(file, bad);
            try {
                assertThat(quick(header.last()).markHash()).as("octet %d", at).contains(header.hash());
                assertThat(PackedSegment.read(file)).isEmpty();
            } catch (JournalCorruptException e) {
                assertThat(e).hasMessageContaining(file.toString());
            }
        }
    }

    @Test
    @DisplayName("names the line that was changed, even when the file was packed again")
    void changedLine() throws Exception {
        Segment segment = Segment.list(journal).get(1);
        String text = Files.readString(segment.file());
        Files.delete(segment.file());
        try (GZIPOutputStream output =
                new GZIPOutputStream(Files.newOutputStream(segment.toCompress().file()))) {
            output.write(text.replaceFirst("user-1\"", "user-2\"").getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> quick(0))
                .isInstanceOf(JournalCorruptException.class)
                .hasMessageContaining(segment.toCompress().file() + ", line ")
                .hasMessageContaining("was changed");
    }

    @Test
    @DisplayName("may have been compressed by any gzip")
    void foreignGzip() throws Exception {
        Segment segment = Segment.list(journal).get(0);
        assertThat(new ProcessBuilder("gzip", segment.file().toString()).start().waitFor())
                .isZero();
        assertThat(quick(0).head()).isEqualTo(head);
    }

    @Test
    @DisplayName("goes on in a new segment when its last one is compressed")
    void lastOneCompressed() throws Exception {
        packAll();
        Segment last = Segment.list(journal).get(Segment.list(journal).size() - 1);
        new SegmentPacker(journal, nanos -> {}).pack(last);
        try (Storage storage = Stores.open(directory)) {
            assertThat(Stores.record(storage, Samples.request(1))).isEqualTo(head.sequence() + 1);
        }
        assertThat(quick(0).head().sequence()).isEqualTo(head.sequence() + 1);
        assertThat(Stores.tail(directory).getFileName().toString()).endsWith(".jsonl");
    }

    @Test
    @DisplayName("is tidied by the next start, at whatever moment a crash came")
    void crashes() throws Exception {
        Segment first = Segment.list(journal).get(0);
        byte[] plain = Files.readAllBytes(first.file());
        Files.write(journal.resolve("000000000001.tmp.gz"), new byte[] {1, 2, 3});
        assertThat(quick(0).head()).isEqualTo(head);
        new SegmentPacker(journal, nanos -> {}).tidy();
        assertThat(journal.resolve("000000000001.tmp.gz")).doesNotExist();
        new SegmentPacker(journal, nanos -> {}).pack(first);
        Files.write(first.file(), plain);
        assertThat(Segment.list(journal).get(0)).isEqualTo(first);
        assertThat(quick(0).head()).isEqualTo(head);
        new SegmentPacker(journal, nanos -> {}).tidy();
        assertThat(first.toCompress().file()).doesNotExist();
        assertThat(lines()).isEqualTo(lines);
    }

    @Test
    @DisplayName("stays plain, with nothing left behind, when the disk has no room or the segment is damaged")
    void failures() throws Exception {
        Segment segment = Segment.list(journal).get(0);
        SegmentPacker full = new SegmentPacker(journal, nanos -> {
            throw new IOException("No space left on device");
        });
        assertThatThrownBy(() -> full.pack(segment)).hasMessageContaining("No space");
        flip(segment.file(), 3000);
        assertThatThrownBy(() -> new SegmentPacker(journal, nanos -> {}).pack(segment))
                .isInstanceOf(JournalCorruptException.class);
        try (var files = Files.list(journal)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".gz"));
        }
    }

    /** What a backup would hold, and that it is the whole journal. */
    private Path copied(String name, Meanwhile meanwhile) throws IOException {
        Path copy = Files.createDirectories(base.resolve(name).resolve("journal"));
        new JournalFiles(journal, new RecordReader(Stores.seal())).copy(head.sequence(), (file, length, content) -> {
            meanwhile.run();
            assertThat(Files.copy(content, copy.resolve(file))).isEqualTo(length);
        });
        assertThat(Stores.check(base.resolve(name), 0).head()).isEqualTo(head);
        return copy;
    }

    /** What happens while a segment is being copied. */
    @FunctionalInterface
    private interface Meanwhile {
        void run() throws IOException;
    }

    @Test
    @DisplayName("is copied whole while a segment of it is being compressed")
    void copiedWhilePacked() throws Exception {
        List<Path> copies = new ArrayList<>();
        SegmentPacker packer = new SegmentPacker(journal, nanos -> {
            try (var files = Files.list(journal)) {
                assertThat(files.map(Path::toString)).anyMatch(name -> name.endsWith(".tmp.gz"));
            }
            copies.add(copied("copy" + copies.size(), () -> {}));
        });
        packer.pack(Segment.list(journal).get(1));
        assertThat(copies).isNotEmpty();
        try (var files = Files.list(copies.get(0))) {
            assertThat(files.map(Path::toString)).allMatch(name -> name.endsWith(".jsonl"));
        }
    }

    @Test
    @DisplayName("is copied whole when its segments are compressed behind the one that is being copied")
    void packedWhileCopied() throws Exception {
        List<Segment> before = Segment.list(journal);
        Path copy = copied("copy", () -> {
            if (!Segment.list(journal).get(0).compressed()) {
                packAll();
            }
        });
        // It was open already; the others were gone when their turn came, and are there in their new form.
        assertThat(copy.resolve(before.get(0).file().getFileName())).exists();
        assertThat(copy.resolve(before.get(1).toCompress().file().getFileName()))
                .exists();
    }

    @Test
    @DisplayName("is copied for a backup in whichever form it has")
    void copied() throws Exception {
        packAll();
        Path copy = copied("copy", () -> {});
        List<JournalRecord> records = new ArrayList<>();
        new JournalFiles(copy, new RecordReader(Stores.seal())).read(1, head.sequence(), records::add);
        assertThat(records).hasSize(lines.size());
    }

    @Test
    @DisplayName("has in its header what a person may read")
    void header() throws Exception {
        packAll();
        byte[] octets = Files.readAllBytes(packed(0).file());
        assertThat(new String(octets, 0, 400, StandardCharsets.ISO_8859_1))
                .contains("{\"first\":\"000000000001\",\"previous\":\"" + "0".repeat(64) + "\",\"last\":\"");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(octets)).read()).isEqualTo('{');
    }
}
