package dev.chancery.web.pages.view;

import java.util.List;
import java.util.Optional;

/**
 * The question before a revocation.
 *
 * @param names what will stop working
 * @param held whether it is on hold now, so that holding again makes no sense
 * @param reasons to choose from
 * @param chosen the reason that was sent with an error, possibly empty
 * @param since the date that was sent with an error, possibly empty
 * @param crl the list in force, by which others may trust it until it ends
 * @param elsewhere short name of its CA when that is offline, so that people must bring the next list; else empty
 * @param fetchers who is known to fetch that list; empty when that is not remembered
 * @param error what was wrong with the form, possibly empty
 */
public record RevocationView(
        Frame frame,
        String path,
        String title,
        String serial,
        List<String> names,
        String requester,
        boolean held,
        List<ReasonWords> reasons,
        String chosen,
        String since,
        Optional<CrlRow> crl,
        String elsewhere,
        Optional<FetchersView> fetchers,
        String error) {
    public RevocationView {
        names = List.copyOf(names);
        reasons = List.copyOf(reasons);
    }
}
