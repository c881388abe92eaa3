package dev.chancery.db;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** What {@link SearchIndex} has of the generation that is not closed. */
interface OpenEntries {
    void add(IndexEntry entry);

    void remove(IndexEntry entry);

    /** Those with this text, in their order. */
    Collection<IndexEntry> with(String text);

    /** Those in a range of texts, in their order. */
    Collection<IndexEntry> in(TextRange range);

    /** All, in their order. */
    Collection<IndexEntry> sorted();

    /** In order at any time, for readers beside the one writer. */
    final class Shared implements OpenEntries {
        private final NavigableSet<IndexEntry> entries = new ConcurrentSkipListSet<>();

        @Override
        public void add(IndexEntry entry) {
            entries.add(entry);
        }

        @Override
        public void remove(IndexEntry entry) {
            entries.remove(entry);
        }

        @Override
        public Collection<IndexEntry> with(String text) {
            return in(TextRange.only(text));
        }

        @Override
        public Collection<IndexEntry> in(TextRange range) {
            return entries.subSet(
                    new IndexEntry(range.from(), Long.MIN_VALUE), new IndexEntry(range.to(), Long.MIN_VALUE));
        }

        @Override
        public Collection<IndexEntry> sorted() {
            return entries;
        }
    }

    /**
     * While a journal is replayed, which nobody reads beside: put in order once, when the generation closes. Keeping a
     * million certificates in order one by one was a quarter of the time of the thread that applies them.
     */
    final class Gathered implements OpenEntries {
        private final List<IndexEntry> entries = new ArrayList<>();
        /** Of what the writer asks for. */
        private final Map<String, List<IndexEntry>> exact = new HashMap<>();

        @Override
        public void add(IndexEntry entry) {
            entries.add(entry);
            if (entry.exact()) {
                exact.merge(entry.text(), List.of(entry), Gathered::both);
            }
        }

        private static List<IndexEntry> both(List<IndexEntry> some, List<IndexEntry> others) {
            List<IndexEntry> all = new ArrayList<>(some);
            all.addAll(others);
            all.sort(null);
            return all;
        }

        /** Mostly the last one. */
        @Override
        public void remove(IndexEntry entry) {
            int last = entries.size() - 1;
            if (last >= 0 && entries.get(last).equals(entry)) {
                entries.remove(last);
            } else {
                entries.remove(entry);
            }
            if (entry.exact()) {
                exact.computeIfPresent(entry.text(), (text, found) -> without(found, entry));
            }
        }

        private static @Nullable List<IndexEntry> without(List<IndexEntry> found, IndexEntry entry) {
            List<IndexEntry> rest =
                    found.stream().filter(one -> !one.equals(entry)).toList();
            return rest.isEmpty() ? null : rest;
        }

        @Override
        public Collection<IndexEntry> with(String text) {
            return new IndexEntry(text, 0).exact() ? exact.getOrDefault(text, List.of()) : in(TextRange.only(text));
        }

        @Override
        public Collection<IndexEntry> in(TextRange range) {
            return entries.stream()
                    .filter(entry -> entry.text().compareTo(range.from()) >= 0
                            && entry.text().compareTo(range.to()) < 0)
                    .sorted()
                    .toList();
        }

        /** A certificate that has a name twice has its entry twice here, and once there. */
        @Override
        public Collection<IndexEntry> sorted() {
            IndexEntry[] all = entries.toArray(IndexEntry[]::new);
            Arrays.parallelSort(all);
            List<IndexEntry> different = new ArrayList<>(all.length);
            for (int i = 0; i < all.length; i++) {
                if (i == 0 || !all[i].equals(all[i - 1])) {
                    different.add(all[i]);
                }
            }
            return different;
        }
    }
}
