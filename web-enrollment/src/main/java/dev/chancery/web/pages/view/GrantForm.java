package dev.chancery.web.pages.view;

import dev.chancery.core.access.NameGrants;

/**
 * Granted names, as a form shows them.
 *
 * @param exact names, one per line; so are {@code suffixes} and {@code ranges}
 */
public record GrantForm(String exact, String suffixes, boolean wildcards, String ranges, boolean all) {
    public static GrantForm of(NameGrants grants) {
        return new GrantForm(
                String.join("\n", grants.exact()),
                String.join("\n", grants.dnsSuffixes()),
                grants.wildcards(),
                String.join("\n", grants.ipRanges()),
                grants.all());
    }

    public static GrantForm empty() {
        return of(NameGrants.nothing());
    }
}
