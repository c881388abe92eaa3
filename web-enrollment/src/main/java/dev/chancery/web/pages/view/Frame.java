package dev.chancery.web.pages.view;

import java.util.List;

/**
 * What surrounds every page.
 *
 * @param title of the page, before the product's name
 * @param links the main navigation, of what this visitor may do; empty for somebody unknown
 * @param user account name; empty for somebody unknown
 * @param csrf for the hidden field of every form
 * @param signIn where to sign in; empty when there is no way from here
 * @param languages this page in each language
 * @param posted whether the page answers a form
 * @param assets addresses of the style sheet and scripts
 */
public record Frame(
        String title,
        List<Link> links,
        String user,
        String csrf,
        String signIn,
        List<LanguageLink> languages,
        boolean posted,
        AssetLinks assets) {
    public Frame {
        languages = List.copyOf(languages);
        links = List.copyOf(links);
    }

    /** @param waiting how much waits behind it; 0 shows nothing */
    public record Link(String label, String path, boolean current, long waiting) {}

    /** @param tag {@code de} */
    public record LanguageLink(String name, String tag, String path, boolean current) {}

    /** Versioned addresses, so that a browser keeps each forever. */
    public record AssetLinks(String style, String script, String htmx, String icon, String pkix, String keys) {}

    public boolean signedIn() {
        return !user.isEmpty();
    }
}
