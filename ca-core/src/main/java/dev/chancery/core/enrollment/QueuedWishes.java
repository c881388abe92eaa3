package dev.chancery.core.enrollment;

import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.RequestedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Wishes as they stand in the journal while a request waits, and back. */
final class QueuedWishes {
    private QueuedWishes() {}

    /** {@code dns:www.example.com}. */
    static List<String> texts(List<RequestedName> names) {
        return names.stream()
                .map(name -> name.kind().name().toLowerCase(Locale.ROOT) + ":" + name.text())
                .toList();
    }

    /** ISO 8601, whichever way it was written. */
    static String iso(String validity) {
        return ValidityLength.of(validity).iso();
    }

    static Wishes of(PendingRequest pending) {
        return new Wishes(pending.names().map(QueuedWishes::names), pending.subject(), pending.validity());
    }

    private static List<RequestedName> names(List<String> texts) {
        List<RequestedName> names = new ArrayList<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            RequestedName.Kind kind =
                    RequestedName.Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT));
            names.add(new RequestedName(kind, text.substring(colon + 1), "names[" + names.size() + "]"));
        }
        return names;
    }
}
