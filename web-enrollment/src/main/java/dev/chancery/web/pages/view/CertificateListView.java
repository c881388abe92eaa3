package dev.chancery.web.pages.view;

import java.util.List;

/**
 * Certificates, newest first.
 *
 * @param search what was searched for, possibly empty
 * @param filter chosen filter's name, {@code all} among them
 * @param later address of the next page; empty on the last one
 * @param onLaterPage whether this is not the first page
 * @param mayRequest whether the visitor can ask for a certificate
 * @param ownOnly whether only the visitor's own certificates are listed
 */
public record CertificateListView(
        Frame frame,
        String search,
        String filter,
        List<Filter> filters,
        List<CertificateRow> rows,
        String later,
        boolean onLaterPage,
        boolean mayRequest,
        boolean ownOnly) {
    public CertificateListView {
        filters = List.copyOf(filters);
        rows = List.copyOf(rows);
    }

    /** @param count empty while a search makes it meaningless */
    public record Filter(String label, String path, boolean current, String count) {}

    /** There is no certificate at all yet, rather than none that fits. */
    public boolean nothingYet() {
        return rows.isEmpty() && search.isEmpty() && filter.equals("all") && !onLaterPage;
    }

    /** Where all certificates are listed again. */
    public String firstPath() {
        return filters.isEmpty()
                ? "/certificates"
                : filters.stream()
                        .filter(Filter::current)
                        .map(Filter::path)
                        .findFirst()
                        .orElse("/certificates");
    }
}
