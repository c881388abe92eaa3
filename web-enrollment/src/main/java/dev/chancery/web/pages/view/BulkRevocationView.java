package dev.chancery.web.pages.view;

import java.util.List;
import java.util.Optional;

/**
 * The question before many revocations.
 *
 * @param count what is going to be revoked, {@code 12 certificates}
 * @param serials of those, for the form
 * @param rows the first of them
 * @param more the others
 * @param authorities who signed them, and by which list others may trust them until it ends
 * @param leftAlone what was chosen and is not going to be revoked
 * @param reasons to choose from
 * @param chosen the reason that was sent with an error, possibly empty
 * @param since the date that was sent with an error, possibly empty
 * @param error what was wrong with the form, possibly empty
 */
public record BulkRevocationView(
        Frame frame,
        String count,
        String serials,
        List<Row> rows,
        List<Row> more,
        List<Authority> authorities,
        List<LeftAlone> leftAlone,
        List<ReasonWords> reasons,
        String chosen,
        String since,
        String error) {
    public BulkRevocationView {
        rows = List.copyOf(rows);
        more = List.copyOf(more);
        authorities = List.copyOf(authorities);
        leftAlone = List.copyOf(leftAlone);
        reasons = List.copyOf(reasons);
    }

    public boolean nothing() {
        return serials.isEmpty();
    }

    /** One that is going to be revoked. */
    public record Row(String name, String others, String path, String profile, String requester) {}

    /**
     * @param count of its certificates among them
     * @param elsewhere whether its key is offline, so that people must bring the next list
     */
    public record Authority(String name, String count, boolean elsewhere, Optional<CrlRow> crl) {}

    /** @param path of its page; empty for one that the visitor cannot see */
    public record LeftAlone(String name, String path, String why) {}
}
