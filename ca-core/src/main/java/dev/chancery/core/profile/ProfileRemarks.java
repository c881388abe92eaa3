package dev.chancery.core.profile;

import dev.chancery.core.lint.Linter;
import dev.chancery.core.lint.Rule;
import dev.chancery.core.lint.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is allowed in a profile and seldom meant: for whoever writes one, not for the server, which takes it. */
public final class ProfileRemarks {
    private static final Instant DAY = Instant.parse("2023-03-01T00:00:00Z");
    private static final long APPLES_LIMIT = 825;
    private static final int MANY_NAMES = 200;

    private final List<Remark> remarks = new ArrayList<>();

    /** @param key as in YAML, {@code validity.maximum} */
    public record Remark(String key, String text) {}

    private ProfileRemarks() {}

    /** In no particular order of weight; none for most profiles. */
    public static List<Remark> of(CertificateProfile profile, Instant now) {
        ProfileRemarks found = new ProfileRemarks();
        if (profile.extendedKeyUsage().contains(ExtendedKeyUsage.SERVER_AUTH)) {
            found.server(profile);
        }
        found.names(profile);
        found.validity(profile.validity(), now);
        found.extensions(profile);
        profile.lint().forEach(found::turnedDown);
        profile.ca().ifPresent(ca -> found.authority(profile, ca));
        return List.copyOf(found.remarks);
    }

    private void add(boolean applies, String key, String text) {
        if (applies) {
            remarks.add(new Remark(key, text));
        }
    }

    private void server(CertificateProfile profile) {
        long days = java.time.Duration.between(DAY, profile.validity().maximum().addTo(DAY))
                .toDays();
        add(
                days > APPLES_LIMIT,
                "validity.maximum",
                "Apple's software refuses server certificates of more than 825 days; this allows " + days + ".");
        add(
                profile.signature().rsa() == SignatureRule.RsaPadding.PSS,
                "signature.rsa",
                "Skype for Business, Lync and older devices cannot verify RSASSA-PSS.");
        add(
                profile.key().curves().contains(Curve.ED25519)
                        || profile.key().curves().contains(Curve.ED448),
                "key.curves",
                "Browsers and Windows do not accept servers with Ed25519 or Ed448 keys.");
        add(
                !profile.tlsFeature().isEmpty(),
                "tls-feature",
                "Most servers staple nothing until they are told to, and clients then refuse this certificate.");
    }

    private void names(CertificateProfile profile) {
        NamesRule names = profile.names();
        add(
                names.wildcards() && profile.approval() == Approval.NONE,
                "names.wildcards",
                "A wildcard is good for every host of its domain, and whoever has a grant for wildcards gets one without"
                        + " an officer; write approval: officer if that is not meant.");
        add(
                names.kinds().contains(NameKind.UPN),
                "names.kinds",
                "A user principal name logs its holder on to Windows as that user, where the CA is trusted for it.");
        add(
                names.maximum() > MANY_NAMES,
                "names.maximum",
                "Each name makes every handshake longer; some clients give up on certificates of many kilobytes.");
    }

    private void validity(ValidityRule validity, Instant now) {
        add(
                validity.notBeyond()
                        .filter(last -> !last.instant().isAfter(now))
                        .isPresent(),
                "validity.not-beyond",
                "That day is over, so every request is refused.");
    }

    private void extensions(CertificateProfile profile) {
        List<ExtendedKeyUsage> purposes = profile.extendedKeyUsage();
        boolean stamps = purposes.contains(ExtendedKeyUsage.of("timeStamping"));
        add(
                stamps && (purposes.size() > 1 || !profile.critical().contains(Criticality.EXTENDED_KEY_USAGE)),
                "extended-key-usage",
                "A timestamping authority needs timeStamping alone, and critical (RFC 3161 §2.3); verifiers refuse others.");
        profile.extensions().stream()
                .filter(CustomExtension::isCritical)
                .forEach(extension -> add(
                        true,
                        "extensions",
                        "The extension " + extension.oid()
                                + " is critical, so all software that does not know it refuses the certificate."));
    }

    private void turnedDown(TurnedDownRule turned) {
        add(
                turned.usually() == Severity.ERROR,
                "lint",
                "The rule " + turned.rule() + " is an error in all other profiles ("
                        + Linter.find(turned.rule()).map(Rule::citation).orElse("")
                        + "): software that keeps to it refuses what is signed here.");
    }

    private void authority(CertificateProfile profile, CaRule ca) {
        add(
                profile.approval() == Approval.NONE,
                "approval",
                "Whoever gets such a certificate issues others by themselves; write approval: officer.");
        add(
                ca.pathLength().isEmpty(),
                "ca.path-length",
                "Such a CA can make further CAs without end; write path-length: 0 unless that is meant.");
    }
}
