package dev.chancery.web.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the pages' classes read of a request, by their source: names of fields, or how they begin, as {@code fqdn-.*}. A
 * name that cannot be told from the source is an error, so that none is overlooked.
 */
final class ReadNames {
    private static final Path PAGES = Path.of("src/main/java/dev/chancery/web/pages");
    private static final String READ = "\\s*\\.(?:first|text|all|has|upload)\\(([^()]+)\\)";
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"(\\s*\\+.*)?", Pattern.DOTALL);
    private static final Pattern CONSTANT = Pattern.compile("([A-Z_]+)(\\s*\\+.*)?", Pattern.DOTALL);

    private final Pattern read;
    private final Pattern passed;
    private final Set<String> names = new TreeSet<>();

    private ReadNames(String source) {
        this.read = Pattern.compile("(?<![\\w.])" + source + READ);
        this.passed = Pattern.compile("(?<![\\w.])" + source + ",\\s*\"([^\"]+)\"");
    }

    /** Of the query of an address. */
    static Set<String> ofQueries() throws IOException {
        return new ReadNames("(?:exchange\\.query\\(\\)|query)").all();
    }

    /** Of the body of a form. */
    static Set<String> ofForms() throws IOException {
        return new ReadNames("(?:exchange\\.form\\(\\)|form|sent\\.get\\(\\))(?:\\.fields\\(\\))?").all();
    }

    private Set<String> all() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                in(file, Files.readString(file));
            }
        }
        return names;
    }

    private void in(Path file, String source) {
        Matcher handedOn = passed.matcher(source);
        int before = names.size();
        boolean some = false;
        while (handedOn.find()) {
            names.add(handedOn.group(1));
            some = true;
        }
        Matcher found = read.matcher(source);
        while (found.find()) {
            name(file, source, found.group(1).strip(), some || names.size() > before);
        }
    }

    private void name(Path file, String source, String argument, boolean handedOn) {
        Matcher literal = LITERAL.matcher(argument);
        Matcher constant = CONSTANT.matcher(argument);
        if (literal.matches()) {
            add(literal.group(1), literal.group(2) != null);
        } else if (constant.matches()) {
            Matcher value = Pattern.compile("String " + constant.group(1) + " = \"([^\"]+)\"")
                    .matcher(source);
            if (!value.find()) {
                throw new AssertionError(file + " reads " + argument + ", and does not say what that is");
            }
            add(value.group(1), constant.group(2) != null);
        } else if (source.contains("for (String " + argument + " : form.fields().names())")) {
            names.add(".*");
        } else if (!handedOn) {
            throw new AssertionError(file + " reads the field \"" + argument + "\", whatever that is");
        }
    }

    private void add(String name, boolean beginning) {
        names.add(beginning ? Pattern.quote(name) + ".*" : name);
    }
}
