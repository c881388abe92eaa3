package dev.chancery.db;

import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import java.nio.charset.StandardCharsets;

/** Grants and groups as JSON, and back. */
final class GrantFields {
    private GrantFields() {}

    static void write(NameGrants grants, Json json) {
        json.texts("exact", grants.exact())
                .texts("dnsSuffixes", grants.dnsSuffixes())
                .flag("wildcards", grants.wildcards())
                .texts("ipRanges", grants.ipRanges())
                .flag("all", grants.all());
    }

    static NameGrants read(Fields fields) {
        NameGrants grants = new NameGrants(
                fields.texts("exact"),
                fields.texts("dnsSuffixes"),
                fields.flag("wildcards"),
                fields.texts("ipRanges"),
                fields.flag("all"));
        fields.finish();
        return grants;
    }

    static void write(Group group, Json json) {
        json.text("name", group.name())
                .text("description", group.description())
                .object("grants", inner -> write(group.grants(), inner));
    }

    static Group group(Fields fields) {
        Group group = new Group(fields.text("name"), fields.text("description"), read(fields.object("grants")));
        fields.finish();
        return group;
    }

    /** For a table's column. */
    static String text(Group group) {
        return new String(Json.object(json -> write(group, json)), StandardCharsets.UTF_8);
    }

    /** The inverse of {@link #text}. */
    static Group group(String text) {
        return group(Fields.parse(text.getBytes(StandardCharsets.UTF_8)));
    }
}
