package dev.chancery.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of a page as a browser finds them (HTML Living Standard §13.2.5): a tag begins with a less-than sign and a letter,
 * an attribute's value ends with the quotation mark that it began with, and text areas, titles, scripts and styles hold no
 * tags but their own end.
 */
final class Markup {
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][^\\s/>]*)|<[!?]");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "[\\s/]*([^\\s/>=][^\\s/>=]*)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"'][^\\s>]*)))?");
    private static final List<String> TEXT_ONLY =
            List.of("textarea", "title", "script", "style", "xmp", "iframe", "noscript");

    private final String html;
    private final List<Tag> tags = new ArrayList<>();

    /** @param text what stands in it, where only text can, decoded */
    record Tag(String name, boolean end, Map<String, String> attributes, String text) {
        String attribute(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }
    }

    private Markup(String html) {
        this.html = html;
    }

    static List<Tag> tags(String html) {
        Markup markup = new Markup(html);
        markup.read();
        return markup.tags;
    }

    private void read() {
        Matcher next = TAG.matcher(html);
        int at = 0;
        while (next.find(at)) {
            if (next.group(2) == null) {
                tags.add(new Tag(
                        "!",
                        false,
                        Map.of(),
                        html.substring(next.start(), Math.min(html.length(), next.start() + 40))));
                at = next.end();
            } else {
                at = tag(next);
            }
        }
    }

    private int tag(Matcher begin) {
        String name = begin.group(2).toLowerCase(Locale.ROOT);
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(html);
        int at = begin.end();
        attribute.region(at, html.length());
        while (attribute.lookingAt()) {
            String value = attribute.group(2) != null
                    ? attribute.group(2)
                    : attribute.group(3) != null ? attribute.group(3) : attribute.group(4);
            attributes.putIfAbsent(attribute.group(1).toLowerCase(Locale.ROOT), value == null ? "" : decoded(value));
            at = attribute.end();
            attribute.region(at, html.length());
        }
        int end = html.indexOf('>', at);
        at = end < 0 ? html.length() : end + 1;
        boolean closing = !begin.group(1).isEmpty();
        String text = "";
        if (!closing && TEXT_ONLY.contains(name)) {
            Matcher close = Pattern.compile("</" + name + "[\\s/>]", Pattern.CASE_INSENSITIVE)
                    .matcher(html);
            int stop = close.find(at) ? close.start() : html.length();
            text = decoded(html.substring(at, stop));
            at = stop;
        }
        tags.add(new Tag(name, closing, attributes, text));
        return at;
    }

    private static String decoded(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
