package dev.chancery.web.pages.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in the sources, for tests of the texts. */
final class TextFile {
    private static final Path TEXTS = Path.of("src/main/resources/dev/chancery/web/pages/text");
    private static final Pattern LINE = Pattern.compile("([a-zA-Z0-9.]+) = .*");
    /** {@code plain("area.key"}, and {@code plain("area.key." +} for a family of keys. */
    static final Pattern CALL = Pattern.compile("\\b(?:plain|say|counted)\\(\\s*\"([^\"]*)\"");

    private TextFile() {}

    static List<String> keys(String area, Language language) {
        try (Stream<String> lines = Files.lines(file(area, language))) {
            return lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String area, Language language) {
        try {
            return Files.readAllLines(file(area, language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> areas() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static Path file(String area, Language language) {
        return TEXTS.resolve(area + "." + language.tag() + ".properties");
    }

    /** Every template and every class of the pages. */
    static List<String> sources() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
                Stream<Path> classes = Files.walk(Path.of("src/main/java/dev/chancery/web/pages"))) {
            return Stream.concat(templates, classes)
                    .filter(path -> path.toString().matches(".*\\.(jte|java)"))
                    .map(TextFile::read)
                    .toList();
        }
    }

    /** The classes whose messages pages show, with each string in one piece. */
    static String below() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : List.of("../ca-core/src/main/java", "../crl-publisher/src/main/java", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(path -> path.toString().endsWith(".java")).forEach(path -> all.append(read(path)));
            }
        }
        return all.toString().replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
