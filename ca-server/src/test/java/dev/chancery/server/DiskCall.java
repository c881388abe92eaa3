package dev.chancery.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of a server's calls that put something on the disk.
 *
 * @param thread who made it; empty for the threads that write the database, of which any may
 * @param turn which one of this thread's calls of that name it was, from 1 on
 */
record DiskCall(String thread, String name, int turn, String file) {
    /** Names of calls that write, flush or name a file; none of a server's threads uses others. */
    static final String NAMES =
            "write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link," + "unlink,mkdir";

    private static final Pattern LINE = Pattern.compile("\\d+<([^>]*)> +(?:<\\.\\.\\. )?(\\w+)(?: resumed>|\\()(.*)");

    /** Those that touch the data directory, of what strace has seen of a whole process. */
    static List<DiskCall> in(Path data, List<String> lines) {
        List<DiskCall> found = new ArrayList<>();
        Map<String, Integer> turns = new HashMap<>();
        Map<String, String> begun = new HashMap<>();
        for (String line : lines) {
            Matcher call = LINE.matcher(line);
            if (!call.matches()) {
                continue;
            }
            String thread = call.group(1).startsWith("Thread-") ? "" : call.group(1);
            String what = begun.containsKey(thread) ? begun.remove(thread) + call.group(3) : call.group(3);
            if (line.endsWith("<unfinished ...>")) {
                begun.put(thread, what);
                continue;
            }
            int turn = turns.merge(thread + call.group(2), 1, Integer::sum);
            int at = what.indexOf(data + "/");
            if (at >= 0 && !what.contains("= -1 ")) {
                String file = what.substring(at + data.toString().length() + 1).replaceFirst("[>\"].*", "");
                found.add(new DiskCall(thread, call.group(2), turn, file));
            }
        }
        return found;
    }

    /** Makes this very call fail. */
    Strace.Injection fails(String error) {
        return new Strace.Injection(name, "error=" + error, turn);
    }
}
