package dev.chancery.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.util.UrlEncoded;

/** Names with one or more values, in order: a query string, the fields of a form, or the headers of a request. */
public final class Parameters {
    private static final int MAXIMUM_FIELDS = 1000;

    private final Map<String, List<String>> values;
    private final boolean ignoreCase;

    private Parameters(Map<String, List<String>> values, boolean ignoreCase) {
        this.values = values;
        this.ignoreCase = ignoreCase;
    }

    public static Parameters none() {
        return new Parameters(Map.of(), false);
    }

    /** From pairs, {@code of("name", "www", "name", "mail")}. */
    public static Parameters of(String... pairs) {
        Builder builder = new Builder(false);
        for (int i = 0; i < pairs.length; i += 2) {
            builder.add(pairs[i], pairs[i + 1]);
        }
        return builder.build();
    }

    /** Header fields: names do not depend on case. */
    public static Parameters headers(String... pairs) {
        Builder builder = new Builder(true);
        for (int i = 0; i < pairs.length; i += 2) {
            builder.add(pairs[i], pairs[i + 1]);
        }
        return builder.build();
    }

    /** {@code application/x-www-form-urlencoded}, UTF-8; 400 for what is not. */
    static Parameters urlEncoded(String text, String what) {
        Builder builder = new Builder(false);
        try {
            if (!UrlEncoded.decodeUtf8To(text, 0, text.length(), builder::add)) {
                throw new IllegalArgumentException("not UTF-8");
            }
        } catch (RuntimeException e) {
            if (e instanceof ProblemException problem) {
                throw problem;
            }
            throw new ProblemException(Problem.badRequest(
                    "The " + what + " is not well encoded: each value is percent-encoded UTF-8 (%20 for a space)."));
        }
        return builder.build();
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The first value without the space around it, or empty when it is absent or blank. */
    public Optional<String> text(String name) {
        return first(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    public List<String> all(String name) {
        return values.getOrDefault(ignoreCase ? name.toLowerCase(Locale.ROOT) : name, List.of());
    }

    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    public Set<String> names() {
        return values.keySet();
    }

    static final class Builder {
        private final Map<String, List<String>> values = new LinkedHashMap<>();
        private final boolean ignoreCase;
        private int count;

        Builder(boolean ignoreCase) {
            this.ignoreCase = ignoreCase;
        }

        void add(String name, String value) {
            if (++count > MAXIMUM_FIELDS) {
                throw new ProblemException(
                        Problem.of(413, "Too many fields; " + MAXIMUM_FIELDS + " are accepted in one request."));
            }
            values.computeIfAbsent(ignoreCase ? name.toLowerCase(Locale.ROOT) : name, any -> new ArrayList<>())
                    .add(value);
        }

        Parameters build() {
            return new Parameters(values, ignoreCase);
        }
    }
}
