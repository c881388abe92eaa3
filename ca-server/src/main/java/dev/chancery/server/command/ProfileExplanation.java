package dev.chancery.server.command;

import dev.chancery.core.issuance.Rehearsal;
import dev.chancery.core.keys.KeyVault;
import dev.chancery.core.keys.Secret;
import dev.chancery.core.lint.Linter;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.ProfileRemarks;
import dev.chancery.core.profile.ProfileRemarks.Remark;
import dev.chancery.core.profile.ProfileWords;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.server.command.report.Screen;
import dev.chancery.web.pages.view.CertificateView.Decoded;
import dev.chancery.web.pages.view.Decoding;
import dev.chancery.web.pages.view.Moments;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** What a profile makes: in words, with what is seldom meant, and as a certificate. */
final class ProfileExplanation {
    private final Screen screen;
    private final Clock clock;

    ProfileExplanation(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    void print(CertificateProfile profile) {
        screen.line("");
        ProfileWords.of(profile).forEach(line -> screen.field(line.label(), line.text()));
        List<Remark> remarks = ProfileRemarks.of(profile, clock.instant());
        if (!remarks.isEmpty()) {
            screen.line("");
            screen.line("Worth a second look:");
            remarks.forEach(remark -> screen.line("  " + remark.key() + ": " + remark.text()));
        }
        screen.line("");
        KeyVault vault = new KeyVault(Secret.of(""));
        new Rehearsal(new Linter(), vault, clock, new SecureRandom())
                .of(profile)
                .fold((certificate, issuer) -> sample(certificate), this::none);
    }

    private boolean sample(EncodedCertificate certificate) {
        screen.line("A sample, signed by a CA that was made for it and thrown away:");
        for (Decoded field : Decoding.of(certificate, new Moments(clock, ZoneId.of("UTC")))) {
            screen.line("  " + field.name() + (field.critical() ? " (critical)" : "") + ":");
            field.lines().forEach(line -> screen.line("    " + line));
        }
        return true;
    }

    private boolean none(List<String> reasons) {
        screen.line("There is no sample certificate, since none would be issued:");
        reasons.forEach(reason -> screen.line("  " + reason));
        return false;
    }
}
