package dev.chancery.server.command.report;

import dev.chancery.web.http.LogText;
import java.io.PrintWriter;

/**
 * Standard output for what was asked for, standard error for everything else.
 *
 * <p>What comes from a server or a file may hold anything, also what a terminal takes for orders; {@link #line},
 * {@link #note} and {@link #table} therefore escape what cannot be printed.
 */
public final class Screen {
    private final PrintWriter out;
    private final PrintWriter err;

    public Screen(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** One line of the answer. */
    public void line(String text) {
        out.println(printable(text));
        out.flush();
    }

    /** A label in its column and what belongs to it. */
    public void field(String label, String value) {
        line(String.format("%-13s %s", label, value));
    }

    public void table(Table table) {
        table.lines().forEach(this::line);
    }

    /** Text as it is, for programs: PEM or JSON. */
    public void raw(String text) {
        out.print(text.endsWith("\n") ? text : text + "\n");
        out.flush();
    }

    /** Something beside the answer; may have several lines. */
    public void note(String text) {
        text.lines().forEach(line -> err.println(printable(line)));
        err.flush();
    }

    /** Where a progress bar is drawn. */
    public PrintWriter errors() {
        return err;
    }

    private static String printable(String text) {
        StringBuilder whole = new StringBuilder();
        // The escaper cuts long lines; a list of a hundred names is long, and no attack.
        for (int at = 0; at < text.length(); ) {
            int end = text.offsetByCodePoints(at, Math.min(400, text.codePointCount(at, text.length())));
            whole.append(LogText.escape(text.substring(at, end)));
            at = end;
        }
        return whole.toString();
    }
}
