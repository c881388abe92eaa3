package dev.chancery.core.role;

import java.util.List;

/**
 * A value in an expression: {@code server}, {@code pool.fqdn}, {@code topology.dialin}, {@code option.wildcard}.
 *
 * @param variable what it belongs to
 * @param attribute empty for a variable that is a name itself
 */
record Reference(String variable, String attribute) {
    static final String POOL = "pool";
    static final String SERVER = "server";
    static final String SIP_DOMAIN = "sipdomain";
    static final String TOPOLOGY = "topology";
    static final String OPTION = "option";
    /** Every pool has one, beside what its role declares. */
    static final String FQDN = "fqdn";
    /** The main SIP domain, of the topology. */
    static final String FIRST_DOMAIN = "sip-domain";

    /** @throws IllegalArgumentException when it is none */
    static Reference of(String text) {
        int dot = text.indexOf('.');
        String variable = Words.checked(dot < 0 ? text : text.substring(0, dot), "variable");
        String attribute = dot < 0 ? "" : Words.checked(text.substring(dot + 1), "name of a value");
        boolean bare = variable.equals(POOL) || variable.equals(TOPOLOGY) || variable.equals(OPTION);
        if (bare && attribute.isEmpty()) {
            throw new IllegalArgumentException("{" + text + "} is no value; say which one of it, such as {" + text + "."
                    + example(variable) + "}");
        }
        return new Reference(variable, attribute);
    }

    private static String example(String variable) {
        return switch (variable) {
            case POOL -> FQDN;
            case TOPOLOGY -> FIRST_DOMAIN;
            default -> "NAME";
        };
    }

    List<String> values(Surroundings here) {
        return here.values(this);
    }

    String text() {
        return attribute.isEmpty() ? variable : variable + "." + attribute;
    }
}
