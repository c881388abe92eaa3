package dev.chancery.server.command.report;

import java.io.PrintWriter;
import java.util.Locale;

/** One line that is written over and over while long work goes on; draws nothing where nobody watches. */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final long PAUSE_NANOS = 100_000_000;

    private final PrintWriter err;
    private final boolean watched;
    private final String what;
    private long drawnAt;
    private boolean drawn;

    /**
     * @param watched whether standard error is a terminal
     * @param what is counted: {@code records}
     */
    public ProgressBar(PrintWriter err, boolean watched, String what) {
        this.err = err;
        this.watched = watched;
        this.what = what;
    }

    /** @param total 0 while it is not known */
    public void at(long done, long total) {
        long now = System.nanoTime();
        boolean tooSoon = drawn && now - drawnAt < PAUSE_NANOS && done < total;
        if (!watched || tooSoon) {
            return;
        }
        drawn = true;
        drawnAt = now;
        err.print("\r\u001b[K" + text(done, total));
        err.flush();
    }

    private String text(long done, long total) {
        if (total <= 0) {
            return String.format(Locale.ROOT, "  %,d %s", done, what);
        }
        long shown = Math.min(done, total);
        int filled = (int) (WIDTH * shown / total);
        return String.format(
                Locale.ROOT,
                "  [%s%s] %3d %%  %,d of %,d %s",
                "#".repeat(filled),
                " ".repeat(WIDTH - filled),
                100 * shown / total,
                shown,
                total,
                what);
    }

    @Override
    public void close() {
        wipe();
    }

    /** Wipes the line; the next step draws it anew. */
    public void wipe() {
        if (drawn) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
