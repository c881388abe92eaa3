package dev.chancery.server.command;

import dev.chancery.server.command.client.Fields;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which names somebody gets without an officer. */
final class GrantOptions {
    @Option(
            names = "--name",
            arity = "1..*",
            paramLabel = "NAME",
            description = "Whole names: web01.example.com, 10.0.0.7, ops@example.com.")
    private List<String> exact = List.of();

    @Option(
            names = "--dns-suffix",
            arity = "1..*",
            paramLabel = "DOMAIN",
            description = "Domains, and every name below them: lab.example.com.")
    private List<String> suffixes = List.of();

    @Option(names = "--wildcards", description = "Also *.DOMAIN below those domains.")
    private boolean wildcards;

    @Option(
            names = "--ip-range",
            arity = "1..*",
            paramLabel = "RANGE",
            description = "IP ranges: 10.0.0.0/8, fd00::/8.")
    private List<String> ranges = List.of();

    @Option(names = "--all-names", description = "Every name of every kind.")
    private boolean all;

    boolean given() {
        return !exact.isEmpty() || !suffixes.isEmpty() || wildcards || !ranges.isEmpty() || all;
    }

    ObjectNode json() {
        ObjectNode grants = JsonNodeFactory.instance.objectNode();
        exact.forEach(grants.putArray("exact")::add);
        suffixes.forEach(grants.putArray("dnsSuffixes")::add);
        ranges.forEach(grants.putArray("ipRanges")::add);
        return grants.put("wildcards", wildcards).put("all", all);
    }

    /** Grants as the API tells them, in words. */
    static String words(Fields grants) {
        if (grants.flag("all")) {
            return "every name";
        }
        List<String> parts = new ArrayList<>(grants.texts("exact"));
        String below = grants.flag("wildcards") ? " and below, with wildcards" : " and below";
        grants.texts("dnsSuffixes").forEach(suffix -> parts.add(suffix + below));
        parts.addAll(grants.texts("ipRanges"));
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }
}
