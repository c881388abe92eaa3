package dev.chancery.db;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A certificate's names, prepared for finding the beginning of any label.
 *
 * <p>The index holds what follows each label's beginning ({@code www.lab.test}, {@code lab.test}, {@code test}), so that a
 * search is a range of it. A search that would hit too much of the index goes through the certificates instead and
 * compares with the {@code marked} text, in which every label is preceded by a mark.
 *
 * @param labels what to find it by in the index, cut to {@link #INDEXED} characters, but for the domains
 * @param domains what follows a dot or an at-sign, which many names may share, cut likewise
 * @param marked all names with their labels marked, one a line
 */
record SearchNames(Set<String> labels, Set<String> domains, String marked) {
    static final int INDEXED = 128;

    /** A name has at most 127 labels if it is a host name; others do not deserve more. */
    private static final int LABELS_PER_NAME = 127;

    private static final char MARK = '\u001f';
    private static final String BREAKS = ".@:- ";
    private static final String DOMAIN_BREAKS = ".@";

    static SearchNames of(List<String> names) {
        StringBuilder marked = new StringBuilder();
        Set<String> distinct = new LinkedHashSet<>();
        names.forEach(name -> distinct.add(name.toLowerCase(Locale.ROOT)));
        for (String name : distinct) {
            marked.append(MARK).append(marked(name)).append('\n');
        }
        return ofMarked(marked.toString());
    }

    /** Both ways lead through here, so that a row says the same of a name as the certificate did, whatever is in it. */
    static SearchNames ofMarked(String marked) {
        Set<String> labels = new LinkedHashSet<>();
        Set<String> domains = new LinkedHashSet<>();
        String plain = marked.replace(String.valueOf(MARK), "");
        int start = 0;
        for (int end = plain.indexOf('\n'); end >= 0; end = plain.indexOf('\n', start)) {
            addLabels(plain.substring(start, end), labels, domains);
            start = end + 1;
        }
        domains.removeAll(labels);
        return new SearchNames(labels, domains, marked);
    }

    private static void addLabels(String name, Set<String> labels, Set<String> domains) {
        int count = 0;
        for (int at = 0; at < name.length() && count < LABELS_PER_NAME; at++) {
            if (at == 0 || isBreak(name.charAt(at - 1))) {
                boolean domain = at > 0 && DOMAIN_BREAKS.indexOf(name.charAt(at - 1)) >= 0;
                (domain ? domains : labels).add(name.substring(at, Math.min(name.length(), at + INDEXED)));
                count++;
            }
        }
    }

    /** With a mark after every break that something follows. */
    private static String marked(String text) {
        StringBuilder marked = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            marked.append(text.charAt(i));
            if (isBreak(text.charAt(i)) && i + 1 < text.length()) {
                marked.append(MARK);
            }
        }
        return marked.toString();
    }

    private static boolean isBreak(char c) {
        return BREAKS.indexOf(c) >= 0;
    }

    /** The LIKE pattern, to be escaped with a backslash, that finds the searched text at a label of the marked names. */
    static String pattern(String searched) {
        String escaped =
                marked(searched).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return "%" + MARK + escaped + "%";
    }
}
