package dev.chancery.core.inspection;

import dev.chancery.core.lint.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of looking at some files.
 *
 * @param unreadable files, or parts of them, that hold nothing that can be judged, each in a sentence or two
 * @param remarks what was passed over on purpose, such as a private key
 */
public record Inspection(List<Inspected> items, List<String> unreadable, List<String> remarks) {
    public Inspection {
        items = List.copyOf(items);
        unreadable = List.copyOf(unreadable);
        remarks = List.copyOf(remarks);
    }

    /** The same with further remarks. */
    public Inspection with(List<String> further) {
        return new Inspection(
                items,
                unreadable,
                Stream.concat(remarks.stream(), further.stream()).toList());
    }

    public long count(Severity severity) {
        return items.stream().mapToLong(item -> item.count(severity)).sum();
    }

    /** Everything could be read, and nothing is an error. */
    public boolean good() {
        return unreadable.isEmpty() && count(Severity.ERROR) == 0;
    }
}
