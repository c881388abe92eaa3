package dev.chancery.web.pages.view;

import java.util.List;

/**
 * What became of many revocations.
 *
 * @param count {@code 12 certificates}; {@code none} when nothing was revoked
 * @param held whether they are on hold, rather than revoked for good
 * @param unchanged those that stay as they are, and why
 */
public record BulkRevokedView(
        Frame frame,
        String count,
        boolean nothing,
        boolean held,
        String reason,
        List<BulkRevocationView.LeftAlone> unchanged) {
    public BulkRevokedView {
        unchanged = List.copyOf(unchanged);
    }
}
