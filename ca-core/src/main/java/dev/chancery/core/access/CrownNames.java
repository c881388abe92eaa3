package dev.chancery.core.access;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that open every door, such as update servers and federation services: a certificate for one of them needs two
 * different officers, whoever asks and whatever they were granted (SECURITY.md, ESC17).
 *
 * @param patterns {@code wsus.example.com} is that name; {@code .sts.example.com} that name and every name below it;
 *     {@code *.sts.example.com} every name right below it; {@code 10.0.0.7} and {@code 10.0.0.0/28} are addresses
 */
public record CrownNames(List<String> patterns) {
    private static final String LABELS = "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*";
    private static final Pattern ESCAPE = Pattern.compile("%([0-9a-f]{2})");

    public CrownNames {
        patterns = patterns.stream()
                .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT))
                .toList();
        patterns.forEach(CrownNames::check);
    }

    public static CrownNames none() {
        return new CrownNames(List.of());
    }

    private static void check(String pattern) {
        if (isAddress(pattern)) {
            IpRange.parse(pattern);
        } else if (!pattern.matches("(\\.|\\*\\.)?" + LABELS) || pattern.length() > 253) {
            throw new IllegalArgumentException("\"" + pattern
                    + "\" is no crown name; write wsus.example.com for one name, .sts.example.com for it and all names"
                    + " below it, *.sts.example.com for those right below it, 10.0.0.7 or 10.0.0.0/28 for addresses");
        }
    }

    private static boolean isAddress(String pattern) {
        return pattern.contains(":") || pattern.contains("/") || pattern.matches("[0-9]+(\\.[0-9]+)*");
    }

    /**
     * The pattern that a name falls under. Whatever is no host name or address of its own kind, a subject's text, a URI, a
     * mail address, is searched for one: better two officers too often than once too few.
     *
     * @param kind as a SubjectAltName calls itself, {@code subject} for a part of the subject
     */
    public Optional<String> over(String kind, String text) {
        if (patterns.isEmpty()) {
            return Optional.empty();
        }
        String plain = plain(text);
        return switch (kind) {
            case "dns" -> overHost(plain);
            case "ip" -> overAddress(plain);
            default ->
                parts(plain, "[^a-z0-9_.*-]+")
                        .flatMap(this::overHost)
                        .or(() -> parts(plain, "[^0-9a-f.:]+").flatMap(this::overAddress));
        };
    }

    private record Parts(List<String> texts) {
        Optional<String> flatMap(Function<String, Optional<String>> over) {
            return texts.stream().flatMap(part -> over.apply(part).stream()).findFirst();
        }
    }

    private static Parts parts(String text, String between) {
        return new Parts(List.of(text.split(between)));
    }

    private Optional<String> overHost(String text) {
        String host = text.replaceAll("^\\.+|\\.+$", "");
        return patterns.stream().filter(pattern -> overHost(pattern, host)).findFirst();
    }

    private static boolean overHost(String pattern, String host) {
        boolean wildcard = host.startsWith("*.");
        String base = wildcard ? host.substring(2) : host;
        if (pattern.startsWith("*.")) {
            String parent = pattern.substring(2);
            return wildcard ? base.equals(parent) : parent(host).equals(parent);
        }
        boolean suffix = pattern.startsWith(".");
        String name = suffix ? pattern.substring(1) : pattern;
        return base.equals(name) && (suffix || !wildcard)
                || suffix && base.endsWith(pattern)
                || wildcard && parent(name).equals(base);
    }

    private static String parent(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    private Optional<String> overAddress(String text) {
        return IpRange.isAddress(text)
                ? patterns.stream()
                        .filter(CrownNames::isAddress)
                        .filter(pattern -> IpRange.parse(pattern).contains(text))
                        .findFirst()
                : Optional.empty();
    }

    /** As people and lenient software read it: without percent escapes, look-alike widths, invisible characters. */
    private static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher escapes = ESCAPE.matcher(lower);
        String opened = escapes.replaceAll(escape -> Matcher.quoteReplacement(new String(
                new byte[] {(byte) Integer.parseInt(escape.group(1), 16)}, StandardCharsets.ISO_8859_1)));
        return Normalizer.normalize(opened, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u3002', '.')
                .replaceAll("\\p{Cf}|\\p{Cntrl}", "");
    }
}
