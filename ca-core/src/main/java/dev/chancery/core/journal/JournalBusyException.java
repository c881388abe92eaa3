package dev.chancery.core.journal;

/** More waits to be recorded than the journal takes; nothing of this entry was recorded. Try again in a moment. */
public final class JournalBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalBusyException(int waiting) {
        super(waiting + " entries wait for the journal already; try again in a moment");
    }
}
