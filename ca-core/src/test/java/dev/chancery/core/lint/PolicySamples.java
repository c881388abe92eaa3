package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.intermediate;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;

import java.util.List;
import java.util.Map;

/** Samples with bad policies, mappings and constraints on policies, each with its twin. */
final class PolicySamples {

    private static final String POLICIES = "2.5.29.32";
    private static final String MAPPINGS = "2.5.29.33";
    private static final String CONSTRAINTS = "2.5.29.36";
    private static final String INHIBIT = "2.5.29.54";
    private static final byte[] POLICY = oid("1.2.3.4");
    private static final byte[] CPS = oid("1.3.6.1.5.5.7.2.1");
    private static final byte[] NOTICE = oid("1.3.6.1.5.5.7.2.2");
    private static final byte[] GOOD_TEXT = text(0x0c, "For tests only");

    private PolicySamples() {}

    static List<Map<String, Scene>> all() {
        return List.of(qualifiers(), texts(), mappings(), constraints());
    }

    private static Map<String, Scene> qualifiers() {
        return Map.ofEntries(
                pair("policy-qualifier-form", qualified(CPS, text(0x0c, "http://a.example/cps")), cps()),
                pair("policy-cps-uri", qualified(CPS, text(0x16, "see our page")), cps()),
                pair(
                        "policy-notice-reference",
                        qualified(NOTICE, sequence(sequence(text(0x0c, "Example"), sequence(integer(1))), GOOD_TEXT)),
                        notice(GOOD_TEXT)),
                pair(
                        "any-policy-qualifiers",
                        intermediate()
                                .but(draft -> draft.with(
                                        POLICIES, false, information(oid("2.5.29.32.0"), oid("1.2.3.9"), GOOD_TEXT))),
                        intermediate()
                                .but(draft -> draft.with(
                                        POLICIES,
                                        false,
                                        information(oid("2.5.29.32.0"), CPS, text(0x16, "http://a.example/cps"))))),
                pair(
                        "policy-of-issuer",
                        underPolicies("1.2.3.4").but(draft -> draft.with(POLICIES, false, list("1.2.3.5"))),
                        underPolicies("1.2.3.4").but(draft -> draft.with(POLICIES, false, list("1.2.3.4")))));
    }

    private static Map<String, Scene> texts() {
        return Map.ofEntries(
                pair("policy-text-type", notice(text(0x16, "For tests")), notice(GOOD_TEXT)),
                pair("policy-text-utf8", notice(text(0x1a, "For tests")), notice(GOOD_TEXT)),
                pair(
                        "policy-text-length",
                        notice(text(0x0c, "x".repeat(201))),
                        notice(text(0x0c, "\u00fc".repeat(200)))),
                pair("policy-text-control-characters", notice(text(0x0c, "For\ttests")), notice(GOOD_TEXT)),
                pair(
                        "policy-text-normalized",
                        notice(text(0x0c, "Pru\u0308fung")),
                        notice(text(0x0c, "Pr\u00fcfung"))));
    }

    private static Map<String, Scene> mappings() {
        byte[] mapping = sequence(POLICY, oid("1.2.3.5"));
        return Map.ofEntries(
                pair(
                        "policy-mappings-only-in-ca",
                        ecServer().but(draft -> draft.with(MAPPINGS, true, sequence(mapping))),
                        mapped(true, mapping)),
                pair("policy-mappings-critical", mapped(false, mapping), mapped(true, mapping)),
                pair("policy-mappings-not-empty", mapped(true), mapped(true, mapping)),
                pair(
                        "policy-mappings-not-any",
                        mapped(true, sequence(POLICY, oid("2.5.29.32.0"))),
                        mapped(true, mapping)),
                pair(
                        "policy-mappings-declared",
                        mapped(true, sequence(oid("1.2.3.6"), oid("1.2.3.5"))),
                        mapped(true, mapping)));
    }

    private static Map<String, Scene> constraints() {
        byte[] good = sequence(tlv(0x80, new byte[] {0}), tlv(0x81, new byte[] {3}));
        return Map.ofEntries(
                pair("policy-constraints-critical", ca(CONSTRAINTS, false, good), ca(CONSTRAINTS, true, good)),
                pair("policy-constraints-not-empty", ca(CONSTRAINTS, true, sequence()), ca(CONSTRAINTS, true, good)),
                pair(
                        "policy-constraints-only-in-ca",
                        ecServer().but(draft -> draft.with(CONSTRAINTS, true, good)),
                        ca(CONSTRAINTS, true, good)),
                pair(
                        "policy-constraints-form",
                        ca(CONSTRAINTS, true, sequence(tlv(0x80, new byte[] {-1}))),
                        ca(CONSTRAINTS, true, good)),
                pair("inhibit-any-policy-critical", ca(INHIBIT, false, integer(0)), ca(INHIBIT, true, integer(0))),
                pair(
                        "inhibit-any-policy-only-in-ca",
                        ecServer().but(draft -> draft.with(INHIBIT, true, integer(0))),
                        ca(INHIBIT, true, integer(0))),
                pair("inhibit-any-policy-form", ca(INHIBIT, true, integer(-1)), ca(INHIBIT, true, integer(0))));
    }

    private static Scene ca(String oid, boolean critical, byte[] value) {
        return intermediate().but(draft -> draft.with(oid, critical, value));
    }

    private static Scene mapped(boolean critical, byte[]... mappings) {
        return intermediate()
                .but(draft -> draft.with(POLICIES, false, sequence(sequence(POLICY)))
                        .with(MAPPINGS, critical, sequence(mappings)));
    }

    /** Under an intermediate CA with these policies. */
    private static Scene underPolicies(String policy) {
        Scene scene = ecServer();
        return scene.where(changed ->
                changed.issuer.with(POLICIES, false, list(policy)).issuer = intermediate().certificate.subject);
    }

    private static byte[] list(String policy) {
        return sequence(sequence(oid(policy)));
    }

    private static byte[] information(byte[] policy, byte[] qualifier, byte[] value) {
        return sequence(sequence(policy, sequence(sequence(qualifier, value))));
    }

    private static Scene qualified(byte[] qualifier, byte[] value) {
        return ecServer().but(draft -> draft.with(POLICIES, false, information(POLICY, qualifier, value)));
    }

    private static Scene cps() {
        return qualified(CPS, text(0x16, "http://a.example/cps"));
    }

    private static Scene notice(byte[] explicitText) {
        return qualified(NOTICE, sequence(explicitText));
    }

    /** The second is what is wrong, the third the same done right. */
    private static Map.Entry<String, Scene> pair(String rule, Scene bad, Scene good) {
        return Map.entry(rule, bad.twin(() -> good));
    }
}
