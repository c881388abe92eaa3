package dev.chancery.core.journal;

import java.util.List;

/** Port: reads the CAs that the journal has recorded. */
public interface Authorities {
    /** In the order in which they joined, so that a CA stands after those above it. */
    List<JournalEvent.AuthorityAdded> all();

    /** What has changed about one of them since; {@link AuthorityStanding#unchanged()} for an unknown one. */
    AuthorityStanding standing(String name);
}
