package dev.chancery.web.pages.view;

import java.util.List;

/**
 * Certificates in a list.
 *
 * @param search what was searched for, possibly empty
 * @param filter chosen status, {@code all} among them
 * @param ends month or day in which they end, as in the address; possibly empty
 * @param order as in the address; empty for the usual one
 * @param statuses filters by status
 * @param facets further ones, combined with it
 * @param narrowed what is asked for beside the status, to be taken back
 * @param found how many there are, in words
 * @param orders ways to sort; the one in use has no path
 * @param later address of the next page; empty on the last one
 * @param unfinished whether looking was given up before the page was full, since hardly any certificate fits
 * @param first address of the first page
 * @param onLaterPage whether this is not the first page
 * @param exports the whole list as files
 * @param mayRequest whether the visitor can ask for a certificate
 * @param mayRevoke whether the visitor can revoke some of them
 * @param ownOnly whether only the visitor's own certificates are listed
 * @param nothingChosen whether something was to be done with chosen certificates, and none was
 */
public record CertificateListView(
        Frame frame,
        String search,
        String filter,
        String ends,
        String order,
        List<Filter> statuses,
        List<Facet> facets,
        List<Narrowed> narrowed,
        String found,
        List<Sorting> orders,
        List<CertificateRow> rows,
        String later,
        boolean unfinished,
        String first,
        boolean onLaterPage,
        List<Export> exports,
        boolean mayRequest,
        boolean mayRevoke,
        boolean ownOnly,
        boolean nothingChosen) {
    public CertificateListView {
        statuses = List.copyOf(statuses);
        facets = List.copyOf(facets);
        narrowed = List.copyOf(narrowed);
        orders = List.copyOf(orders);
        rows = List.copyOf(rows);
        exports = List.copyOf(exports);
    }

    /** @param count empty while something makes it unknown */
    public record Filter(String label, String path, boolean current, String count) {}

    /** A field with choices. */
    public record Facet(String name, String label, List<Option> options, boolean chosen) {
        public Facet {
            options = List.copyOf(options);
        }
    }

    /** @param count empty while something makes it unknown */
    public record Option(String value, String label, String count, boolean chosen) {}

    /** @param path the list without it */
    public record Narrowed(String label, String path) {}

    public record Sorting(String label, String path) {
        public boolean current() {
            return path.isEmpty();
        }
    }

    public record Export(String label, String path) {}

    /** There is no certificate at all yet, rather than none that fits. */
    public boolean nothingYet() {
        return rows.isEmpty()
                && search.isEmpty()
                && filter.equals("all")
                && narrowed.isEmpty()
                && !onLaterPage
                && !unfinished;
    }
}
