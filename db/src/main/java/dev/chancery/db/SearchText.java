package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody searches for: the beginning of a label, of a serial or of a requester.
 *
 * @param text lower-case, without blanks around it, not empty
 */
record SearchText(String text) {
    static Optional<SearchText> of(CertificateQuery query) {
        return query.search()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .map(SearchText::new);
    }

    /** As far as labels are indexed. */
    String label() {
        return text.substring(0, Math.min(text.length(), SearchNames.INDEXED));
    }

    String serial() {
        return text.replace(":", "");
    }

    String pattern() {
        return SearchNames.pattern(text);
    }

    /** The end of the range of texts that begin with the prefix. */
    static String after(String prefix) {
        return TextRange.beginningWith(prefix).to();
    }
}
