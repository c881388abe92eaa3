package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A block of the search index")
class IndexBlockTest {
    private static final String LETTERS = "ab.\u001f\u00e9\uffff\ud83d\ude00\n0";
    private static final long START = 5_000_000_000L;

    private final Random random = new Random(11);

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most + 1);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private List<IndexEntry> entries() {
        TreeSet<IndexEntry> sorted = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            sorted.add(new IndexEntry("l" + text(random.nextInt(10) == 0 ? 300 : 4), START + random.nextInt(1 << 16)));
        }
        return List.copyOf(sorted);
    }

    @Test
    @DisplayName("gives back the sequences of any range, half of a character outside the first plane included")
    void ranges() {
        for (int round = 0; round < 50; round++) {
            List<IndexEntry> entries = entries();
            byte[] octets = IndexBlock.of(entries, START);
            for (int i = 0; i < 20; i++) {
                TextRange range = i % 2 == 0 ? TextRange.beginningWith("l" + text(2)) : TextRange.only("l" + text(2));
                List<Long> found = new ArrayList<>();
                boolean more = IndexBlock.scan(octets, START, range, found::add);
                assertThat(found).isEqualTo(within(entries, range));
                assertThat(more)
                        .isEqualTo(entries.get(entries.size() - 1).text().compareTo(range.to()) < 0);
            }
        }
    }

    private static List<Long> within(List<IndexEntry> entries, TextRange range) {
        return entries.stream()
                .filter(entry -> entry.text().compareTo(range.from()) >= 0
                        && entry.text().compareTo(range.to()) < 0)
                .map(IndexEntry::sequence)
                .toList();
    }

    @Test
    @DisplayName("stops when no more is wanted")
    void stops() {
        List<Long> found = new ArrayList<>();
        byte[] octets = IndexBlock.of(entries(), START);
        assertThat(IndexBlock.scan(
                        octets, START, TextRange.beginningWith("l"), one -> found.add(one) && found.size() < 3))
                .isFalse();
        assertThat(found).hasSize(3);
    }

    @Test
    @DisplayName("has a filter that never denies what it holds, and seldom claims what it does not")
    void filter() {
        List<IndexEntry> held = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            held.add(new IndexEntry(IndexEntry.serial(Long.toHexString(random.nextLong())), i));
        }
        held.add(new IndexEntry(IndexEntry.label("web01"), 1));
        ExactFilter filter = ExactFilter.of(ExactFilter.of(held).octets());
        assertThat(held.subList(0, 20_000)).allMatch(entry -> filter.mayHold(ExactFilter.hash(entry.text())));
        int claimed = 0;
        for (int i = 0; i < 100_000; i++) {
            claimed += filter.mayHold(ExactFilter.hash("s" + i)) ? 1 : 0;
        }
        assertThat(claimed).isLessThan(150);
    }
}
