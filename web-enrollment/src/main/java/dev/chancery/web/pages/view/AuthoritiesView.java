package dev.chancery.web.pages.view;

import java.util.List;

/**
 * The CAs of this server, root first.
 *
 * @param targets other places that get what is published
 * @param published short name of the one whose CRL was published a moment ago, possibly empty
 * @param mayPublish whether the visitor may have a CRL published
 * @param mayManage whether the visitor may change a CA's addresses
 */
public record AuthoritiesView(
        Frame frame,
        List<AuthorityCard> authorities,
        List<TargetRow> targets,
        String published,
        boolean mayPublish,
        boolean mayManage) {
    public AuthoritiesView {
        authorities = List.copyOf(authorities);
        targets = List.copyOf(targets);
    }
}
