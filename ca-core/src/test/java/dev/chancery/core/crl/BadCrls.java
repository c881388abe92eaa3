package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SubjectName;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.Extension;

/**
 * The faults that no CRL may have, whoever signed it, each with the rule that must name it: one table for our own
 * publication check and for the check of uploads (SECURITY.md rule 11).
 */
final class BadCrls {
    private static final String NUMBER = Extension.cRLNumber.getId();
    private static final String KEY_IDENTIFIER = Extension.authorityKeyIdentifier.getId();
    private static final String REASON_CODE = "2.5.29.21";

    private BadCrls() {}

    /**
     * One fault.
     *
     * @param spoil before it is signed
     * @param damage afterwards
     * @param rule that names it
     */
    record BadCrl(String how, Consumer<CrlForgery> spoil, UnaryOperator<byte[]> damage, String rule) {
        Der made(CrlForgery forgery) {
            spoil.accept(forgery);
            return Der.ofOwned(damage.apply(forgery.encoded().octets()));
        }
    }

    static List<BadCrl> all(Issuer issuer, Issuer stranger, BigInteger serial) {
        return List.of(
                damaged("nothing at all", octets -> new byte[0], "crl-well-formed"),
                damaged("cut off in the middle", octets -> Arrays.copyOf(octets, octets.length / 2), "crl-well-formed"),
                damaged("one octet too many", octets -> Arrays.copyOf(octets, octets.length + 1), "crl-well-formed"),
                damaged("a certificate", octets -> issuer.certificate().der().octets(), "crl-well-formed"),
                damaged("a bit of the signature flipped", BadCrls::flipped, "crl-signature-verifies"),
                bad("signed by another key", crl -> crl.key = stranger.signingKey(), "crl-signature-verifies"),
                bad("version 1", crl -> crl.version = Optional.empty(), "crl-version-2"),
                bad(
                        "another algorithm inside",
                        crl -> crl.innerAlgorithm = Der.fromHex("300a06082a8648ce3d040303"),
                        "crl-signature-algorithms-equal"),
                bad(
                        "another algorithm outside",
                        crl -> crl.outerAlgorithm = Der.fromHex("300a06082a8648ce3d040303"),
                        "crl-signature-algorithms-equal"),
                bad(
                        "another issuer",
                        crl -> crl.issuerName = stranger.certificate().subject(),
                        "crl-issuer-copied"),
                bad(
                        "the issuer's name in other string types",
                        crl -> crl.issuerName = printable(issuer),
                        "crl-issuer-copied"),
                bad("no nextUpdate", crl -> crl.nextUpdate = Optional.empty(), "crl-next-update-present"),
                bad(
                        "nextUpdate before thisUpdate",
                        crl -> crl.nextUpdate = Optional.of(crl.thisUpdate.minus(Duration.ofDays(1))),
                        "crl-times-ordered"),
                extended("no number", crl -> crl.extension(NUMBER, Optional.empty()), "crl-number-present"),
                extended("a critical number", crl -> number(crl, true, "020107"), "crl-critical-extension-known"),
                extended("a negative number", crl -> number(crl, false, "0201f9"), "crl-number-range"),
                extended(
                        "a number of 21 octets",
                        crl -> number(crl, false, "0215" + "01".repeat(21)),
                        "crl-number-range"),
                extended(
                        "the number twice",
                        crl -> crl.extensions.add(CrlForgery.extension(NUMBER, false, "020107")),
                        "crl-extensions-unique"),
                extended(
                        "no key identifier", crl -> crl.extension(KEY_IDENTIFIER, Optional.empty()), "crl-aki-present"),
                extended(
                        "the key identifier of another CA",
                        crl -> crl.extension(
                                KEY_IDENTIFIER, Optional.of(CrlExtensions.authorityKeyIdentifier(stranger))),
                        "crl-aki-is-issuers-ski"),
                extended(
                        "a Next CRL Publish after its end",
                        crl -> crl.extension(
                                "1.3.6.1.4.1.311.21.4",
                                Optional.of(CrlExtensions.nextPublish(
                                        crl.nextUpdate.orElseThrow().plus(Duration.ofDays(8))))),
                        "crl-next-publish"),
                extended(
                        "a partition's IssuingDistributionPoint",
                        crl -> crl.extensions.add(CrlForgery.extension("2.5.29.28", true, "30038101ff")),
                        "crl-idp-absent"),
                extended(
                        "an unknown critical extension",
                        crl -> crl.extensions.add(CrlForgery.extension("1.3.6.1.4.1.99999.1", true, "0500")),
                        "crl-critical-extension-known"),
                bad(
                        "no entries, in a SEQUENCE that should be absent",
                        crl -> {
                            crl.entries.clear();
                            crl.emptySequence = true;
                        },
                        "crl-entries-absent-when-none"),
                bad("an entry twice", crl -> crl.entries.add(1, crl.entries.get(0)), "crl-serials-unique"),
                reason("removeFromCRL, in a full one", serial, false, "0a0108", "crl-removal-only-in-delta"),
                reason("the reason 7, which does not exist", serial, false, "0a0107", "crl-reason-known"),
                reason("the reason 0, which is left out", serial, false, "0a0100", "crl-reason-known"),
                reason("a critical reason", serial, true, "0a0104", "crl-entry-extensions"));
    }

    private static BadCrl bad(String how, Consumer<CrlForgery> spoil, String rule) {
        return new BadCrl(how, spoil, octets -> octets, rule);
    }

    private static BadCrl extended(String how, Consumer<CrlForgery> spoil, String rule) {
        return bad(how, spoil, rule);
    }

    private static BadCrl damaged(String how, UnaryOperator<byte[]> damage, String rule) {
        return new BadCrl(how, crl -> {}, damage, rule);
    }

    private static BadCrl reason(String how, BigInteger serial, boolean critical, String hex, String rule) {
        return bad(
                how,
                crl -> crl.entries.set(0, crl.entry(serial, CrlForgery.extension(REASON_CODE, critical, hex))),
                rule);
    }

    private static void number(CrlForgery crl, boolean critical, String hex) {
        crl.extension(NUMBER, Optional.of(CrlForgery.extension(NUMBER, critical, hex)));
    }

    private static byte[] flipped(byte[] octets) {
        octets[octets.length - 5] ^= 1;
        return octets;
    }

    /** The same name with PrintableString in the place of UTF8String. */
    private static SubjectName printable(Issuer issuer) {
        String hex = issuer.certificate().subject().der().hex();
        return new SubjectName(Der.fromHex(hex.replace("06035504030c", "060355040313")));
    }

    /** The reason that its certificate was revoked for. */
    static final RevocationReason REASON = RevocationReason.SUPERSEDED;
}
