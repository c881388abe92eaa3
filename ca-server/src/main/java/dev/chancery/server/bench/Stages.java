package dev.chancery.server.bench;

import dev.chancery.server.command.report.Screen;
import java.util.Locale;
import java.util.function.Supplier;

/** Says on standard error what is being done, and how long it took, so that nobody wonders whether it hangs. */
final class Stages {
    private final Screen screen;
    private final boolean watched;

    Stages(Screen screen, boolean watched) {
        this.screen = screen;
        this.watched = watched;
    }

    <T> T run(String what, Supplier<T> work) {
        if (watched) {
            screen.errors().print("  " + what + " …");
            screen.errors().flush();
        }
        long began = System.nanoTime();
        T result = work.get();
        String took = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - began) / 1e9);
        screen.errors().print((watched ? "\r\u001b[K" : "") + "  " + what + ": " + took + System.lineSeparator());
        screen.errors().flush();
        return result;
    }
}
