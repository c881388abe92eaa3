package dev.chancery.config;

import dev.chancery.config.Node.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Proves that the manual tells the truth. In it an option is a line that begins with {@code #key:}, at the indentation of its
 * section, and prose is a line that begins with {@code # } and a space: removing one character sets an option.
 */
public final class ManualDefaults {
    private static final Pattern OPTION = Pattern.compile("(?m)^( *)#(?=[^ #\\r\\n])");

    private ManualDefaults() {}

    /** The manual with every option set to the value that it names. */
    public static String uncomment(String manual) {
        return OPTION.matcher(manual).replaceAll("$1");
    }

    /**
     * What the manual says wrongly, in sentences; empty when it is right.
     *
     * @throws ConfigurationException if the manual names an option that does not exist or a value that is refused
     */
    public static <T extends Record> List<String> mistakes(String name, String manual, Class<T> type) {
        String uncommented = uncomment(manual);
        Map<String, String> told = values(KeyCatalog.values(YamlReader.read(name, uncommented, type)));
        List<String> named = namedIn(name, uncommented);
        List<String> mistakes = new ArrayList<>();
        values(KeyCatalog.keys(type)).forEach((key, real) -> {
            if (!named.contains(key) && !key.contains("[]") && !key.contains("*")) {
                mistakes.add(key + " is not in the manual; its default is " + PrintableText.quote(real));
            } else if (told.containsKey(key) && !real.equals(told.get(key))) {
                mistakes.add(key + " has the default " + PrintableText.quote(real) + ", but the manual says "
                        + PrintableText.quote(String.valueOf(told.get(key))));
            }
        });
        return mistakes;
    }

    private static Map<String, String> values(List<KeyDescription> keys) {
        Map<String, String> values = new LinkedHashMap<>();
        keys.forEach(key -> values.put(key.path(), key.defaultValue().orElse("")));
        return values;
    }

    private static List<String> namedIn(String name, String text) {
        List<String> named = new ArrayList<>();
        try {
            collect(TreeBuilder.build(new Source(name, text, true), new Problems()), KeyPath.ROOT, named);
        } catch (SyntaxException impossible) {
            throw new IllegalStateException("the same text has just been read", impossible);
        }
        return named;
    }

    private static void collect(Node node, KeyPath path, List<String> named) {
        named.add(path.text());
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> collect(entry.value(), path.child(entry.key()), named));
        }
    }
}
