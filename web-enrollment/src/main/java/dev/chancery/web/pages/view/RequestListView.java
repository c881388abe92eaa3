package dev.chancery.web.pages.view;

import dev.chancery.web.pages.view.CertificateListView.Filter;
import java.util.List;

/**
 * Requests, newest first.
 *
 * @param later address of the next page; empty on the last one
 * @param decides whether the visitor approves and denies
 * @param ownOnly whether only the visitor's own are listed
 * @param mayRequest whether the visitor can ask for a certificate
 */
public record RequestListView(
        Frame frame,
        List<Filter> filters,
        List<RequestRow> rows,
        String later,
        boolean decides,
        boolean ownOnly,
        boolean mayRequest) {
    public RequestListView {
        filters = List.copyOf(filters);
        rows = List.copyOf(rows);
    }
}
