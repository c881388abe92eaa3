package dev.chancery.core.lint;

import dev.chancery.core.x509.CaConstraint;
import dev.chancery.core.x509.Der;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A certificate about to be signed, with its issuer and with what was granted. */
final class Scene {
    final Draft certificate;

    /** Null for a root. */
    final @Nullable Draft issuer;

    byte[] signerKey;
    Optional<CaConstraint> ca = Optional.empty();
    Set<String> keyUsages = Set.of();
    Set<String> purposes = Set.of();
    Set<String> names = Set.of();
    boolean revocationChecked = true;

    /** Judged as a finished certificate of anybody, signature and all, and not as one of ours that is to be signed. */
    boolean finished;

    Weights weights = Weights.usual();

    private Supplier<Scene> twin = () -> this;

    /** Null when the grant follows what stands in the certificate. */
    @Nullable
    Particulars particulars;

    Scene(Draft certificate, @Nullable Draft issuer) {
        this.certificate = certificate;
        this.issuer = issuer;
        this.signerKey = issuer == null ? certificate.key : issuer.key;
    }

    /** Spoils the certificate. */
    Scene but(Consumer<Draft> change) {
        change.accept(certificate);
        return this;
    }

    /** Spoils the issuer or the grant. */
    Scene where(Consumer<Scene> change) {
        change.accept(this);
        return this;
    }

    /** The same without what is wrong with it. */
    Scene twin() {
        return twin.get();
    }

    Scene twin(Supplier<Scene> good) {
        twin = good;
        return this;
    }

    Expectation expectation() {
        return new Expectation(
                Optional.ofNullable(issuer).map(Draft::certificate),
                ca,
                keyUsages,
                purposes,
                names,
                revocationChecked,
                particulars(),
                weights);
    }

    private Particulars particulars() {
        return particulars == null ? Found.in(certificate.certificate()) : particulars;
    }

    LintOutcome outcome(Linter linter) {
        return linter.judge(certificate.tbs(), Der.copyOf(certificate.outer), Der.copyOf(signerKey), expectation());
    }

    List<Finding> findings() {
        if (finished) {
            return new Linter().judge(certificate.certificate(), (issuer == null ? certificate : issuer).certificate());
        }
        return outcome(new Linter()).fold(Linted::remarks, findings -> findings);
    }
}
