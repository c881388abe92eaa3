package dev.chancery.core.lint;

import static dev.chancery.core.lint.Scenes.ecServer;
import static dev.chancery.core.lint.Scenes.intermediate;
import static dev.chancery.core.lint.Scenes.rsaServer;
import static dev.chancery.core.lint.Scenes.server;
import static dev.chancery.core.lint.Scenes.serverNamed;
import static dev.chancery.core.lint.Tlv.hex;
import static dev.chancery.core.lint.Tlv.integer;
import static dev.chancery.core.lint.Tlv.oid;
import static dev.chancery.core.lint.Tlv.sequence;
import static dev.chancery.core.lint.Tlv.set;
import static dev.chancery.core.lint.Tlv.text;
import static dev.chancery.core.lint.Tlv.tlv;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.BasicConstraints;

/** Further ways to break a rule that has more than one. */
final class FurtherSamples {
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    /** A scene, and the rule that must see what is wrong with it. */
    record Sample(String rule, String what, Scene scene) {
        @Override
        public String toString() {
            return rule + ": " + what;
        }
    }

    private FurtherSamples() {}

    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        hosts(samples);
        purposes(samples);
        times(samples);
        signatures(samples);
        addresses(samples);
        rest(samples);
        samples.addAll(ParticularSamples.further());
        attributes(samples);
        return samples;
    }

    private static void attributes(List<Sample> samples) {
        byte[] officer = sequence(oid("2.5.4.72"), set(text(0x0c, "officer")));
        attribute(samples, "directory-attributes-form", "twice", officer, officer);
        attribute(
                samples,
                "directory-attributes-syntax",
                "two birthdays",
                sequence(oid("1.3.6.1.5.5.7.9.1"), set(text(0x18, "19701231120000Z"), text(0x18, "19711231120000Z"))));
        attribute(
                samples,
                "directory-attributes-syntax",
                "gender",
                sequence(oid("1.3.6.1.5.5.7.9.3"), set(text(0x13, "X"))));
        for (String country : List.of("1.3.6.1.5.5.7.9.4", "1.3.6.1.5.5.7.9.5")) {
            attribute(samples, "directory-attributes-syntax", country, sequence(oid(country), set(text(0x13, "de"))));
            attribute(samples, "directory-attributes-syntax", country, sequence(oid(country), set(text(0x0c, "DE"))));
        }
        samples.add(new Sample(
                "sia-of-subject",
                "OCSP",
                ecServer()
                        .but(draft -> draft.with(
                                "1.3.6.1.5.5.7.1.11",
                                false,
                                sequence(sequence(oid("1.3.6.1.5.5.7.48.1"), text(0x86, "http://x/")))))));
    }

    private static void attribute(List<Sample> samples, String rule, String what, byte[]... attributes) {
        samples.add(new Sample(
                rule, what, ecServer().but(draft -> draft.with("2.5.29.9", false, sequence(attributes)))));
    }

    private static void hosts(List<Sample> samples) {
        for (String wildcard :
                List.of("*", "*.com", "a.*.example.com", "*.*.example.com", "**.example.com", "*a.b.c")) {
            samples.add(new Sample("dns-wildcard", wildcard, serverNamed(wildcard)));
        }
        for (String empty : List.of(".example.com", "a..example.com", ".")) {
            samples.add(new Sample("dns-label-length", empty, serverNamed(empty)));
        }
        for (String label : List.of("www-.example.com", "a b.example.com", "a/b.example.com", "m\u00fcnchen.example")) {
            samples.add(new Sample("dns-characters", label, serverNamed(label)));
        }
        for (String label : List.of("ab--cd.example.com", "www.xn--.com", "xn--a-.example.com")) {
            samples.add(new Sample("dns-a-label", label, serverNamed(label)));
        }
        for (String address : List.of("::1", "2001:db8::1", "10.1", "host.123")) {
            samples.add(new Sample(
                    address.contains(":") ? "dns-characters" : "dns-not-address", address, serverNamed(address)));
        }
        for (String host : List.of("m\u00fcnchen.example", "a b.example", "a\nb.example")) {
            samples.add(new Sample("san-ascii", host, serverNamed(host)));
        }
    }

    private static void purposes(List<Sample> samples) {
        for (String purpose : List.of("1.3.6.1.4.1.311.20.2.1", "1.3.6.1.5.2.3.4", "1.3.6.1.5.2.3.5")) {
            samples.add(new Sample("eku-not-impersonating", purpose, purpose(purpose)));
        }
        samples.add(new Sample("eku-not-any", "Microsoft's", purpose("1.3.6.1.4.1.311.10.12.1")));
        samples.add(new Sample(
                "eku-as-expected",
                "one too few",
                ecServer().where(scene -> scene.purposes = java.util.Set.of(SERVER_AUTH, "1.3.6.1.5.5.7.3.2"))));
    }

    private static Scene purpose(String purpose) {
        return ecServer().but(draft -> draft.with("2.5.29.37", false, sequence(oid(SERVER_AUTH), oid(purpose))));
    }

    private static void times(List<Sample> samples) {
        for (String time :
                List.of("2601010000Z", "260101000000+0100", "260101000000", "261301000000Z", "260101000060Z")) {
            samples.add(new Sample("time-form", time, ecServer().but(draft -> draft.notBefore = text(0x17, time))));
        }
        samples.add(new Sample(
                "within-issuer-validity",
                "before it",
                ecServer().but(draft -> draft.valid("241231235959Z", "270101000000Z"))));
        samples.add(new Sample(
                "time-type",
                "2049 as GeneralizedTime",
                ecServer().but(draft -> draft.notAfter = text(0x18, "20441231235959Z"))));
    }

    private static void signatures(List<Sample> samples) {
        for (String weak : List.of(
                "300d06092a864886f70d0101040500",
                "300906072a8648ce3d0401",
                "300d06092a864886f70d01010a3000",
                "300b06092a864886f70d01010a")) {
            samples.add(new Sample("signature-hash-strong", weak, ecServer().but(draft -> draft.signedWith(weak))));
        }
        samples.add(new Sample(
                "signature-fits-key",
                "RSA by an EC key",
                ecServer().where(scene -> scene.signerKey = TestKeys.info(TestKeys.EC))));
        samples.add(new Sample(
                "key-rsa-exponent", "even", rsaServer().but(draft -> draft.key = TestKeys.rsa(2048, 65538))));
        samples.add(new Sample(
                "key-rsa-size", "9000 bits", rsaServer().but(draft -> draft.key = TestKeys.rsa(9000, 65537))));
        samples.add(new Sample("key-ec-named-curve", "no parameters", server(TestKeys.ec(new byte[0], new byte[65]))));
    }

    private static void addresses(List<Sample> samples) {
        for (String address :
                List.of("http://", "http:///crl", "ftp://a.example/crl", "http://a.example/a b", "file:///crl")) {
            samples.add(new Sample(
                    "cdp-http",
                    address,
                    ecServer()
                            .but(draft -> draft.with(
                                    "2.5.29.31",
                                    false,
                                    sequence(sequence(tlv(0xa0, tlv(0xa0, text(0x86, address)))))))));
        }
        samples.add(new Sample(
                "cdp-full-name",
                "none at all",
                ecServer().but(draft -> draft.with("2.5.29.31", false, sequence(sequence())))));
        samples.add(new Sample(
                "cdp-one-point", "none", ecServer().but(draft -> draft.with("2.5.29.31", false, sequence()))));
    }

    private static void rest(List<Sample> samples) {
        samples.add(new Sample("serial-positive", "zero", ecServer().but(draft -> draft.serial = integer(0))));
        samples.add(new Sample("san-criticality", "no names at all", ecServer().but(draft -> {
            draft.subject = hex("3000");
            draft.without("2.5.29.17");
        })));
        samples.add(new Sample(
                "path-length-honoured",
                "as long as the issuer's",
                intermediate().where(scene -> {
                    scene.issuer.with("2.5.29.19", true, new BasicConstraints(1));
                    scene.certificate.with("2.5.29.19", true, new BasicConstraints(1));
                })));
        samples.add(new Sample(
                "ca-as-expected",
                "a CA that nobody granted",
                intermediate().where(scene -> scene.ca = java.util.Optional.empty())));
        samples.add(new Sample(
                "der-default-omitted", "version v1", ecServer().but(draft -> draft.version = hex("a003020100"))));
        samples.add(new Sample(
                "subject-country",
                "three letters",
                ecServer().but(draft -> draft.subjectAttribute("2.5.4.6", text(0x13, "DEU")))));
        samples.add(new Sample(
                "subject-characters",
                "broken UTF-8",
                ecServer().but(draft -> draft.subjectAttribute("2.5.4.10", tlv(0x0c, hex("c328"))))));
    }
}
