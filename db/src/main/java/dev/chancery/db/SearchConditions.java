package dev.chancery.db;

import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord.Status;
import java.util.ArrayList;
import java.util.List;

/** What must all hold of a row, and what it is compared with. */
final class SearchConditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /** All that a query asks of a certificate. */
    static SearchConditions of(CertificateQuery query) {
        return of(query, "c.requester");
    }

    /** The same for a walk along the index over the end, which the planner must not leave for the one by requester. */
    static SearchConditions byEnd(CertificateQuery query) {
        return of(query, "CONCAT(c.requester, '')");
    }

    private static SearchConditions of(CertificateQuery query, String requesterColumn) {
        SearchConditions conditions = new SearchConditions();
        SearchText.of(query)
                .ifPresent(text -> conditions.add(
                        "(c.names LIKE ? ESCAPE '\\' OR c.serial >= ? AND c.serial < ?"
                                + " OR c.requester >= ? AND c.requester < ?)",
                        text.pattern(),
                        text.serial(),
                        SearchText.after(text.serial()),
                        text.text(),
                        SearchText.after(text.text())));
        query.status().ifPresent(status -> conditions.status(status, Micros.of(query.now())));
        query.expiresFrom().ifPresent(from -> conditions.add("c.not_after + 0 >= ?", Micros.of(from)));
        query.expiresBefore().ifPresent(limit -> conditions.add("c.not_after + 0 < ?", Micros.of(limit)));
        query.profile().ifPresent(profile -> conditions.add("c.profile = ?", profile));
        query.issuer().ifPresent(issuer -> conditions.add("c.issuer = ?", issuer));
        query.requester().ifPresent(requester -> conditions.add(requesterColumn + " = ?", requester));
        query.exceptRequester().ifPresent(requester -> conditions.add("c.requester <> ?", requester));
        return conditions;
    }

    /** The sum with 0 keeps the planner from taking the index over the end, and sorting all that it gives. */
    private void status(Status status, long now) {
        switch (status) {
            case VALID -> add("r.sequence IS NULL AND c.not_after + 0 >= ?", now);
            case EXPIRED -> add("r.sequence IS NULL AND c.not_after + 0 < ?", now);
            case HELD -> add("r.held = TRUE");
            case REVOKED -> add("r.held = FALSE");
        }
    }

    void add(String text, Object... values) {
        texts.add(text);
        parameters.addAll(List.of(values));
    }

    String where() {
        return " WHERE " + String.join(" AND ", texts);
    }

    List<Object> parameters(int limit) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(limit);
        return all;
    }
}
