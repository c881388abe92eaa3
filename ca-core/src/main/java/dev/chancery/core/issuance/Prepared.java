package dev.chancery.core.issuance;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.profile.CertificateProfile;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What all certificates of one profile from one issuer have in common, made ready once. */
record Prepared(Signatory signatory, ConstantExtensions constant) {
    /** Replaced issuers and profiles are forgotten when there are more than anybody has. */
    private static final int MOST = 512;

    static Prepared of(Issuer issuer, CertificateProfile profile) {
        return new Prepared(Signatory.of(issuer, profile), ConstantExtensions.of(profile));
    }

    /**
     * By the issuer and the profile themselves and not their names: one whose addresses were changed, or that was read
     * anew, is another one.
     */
    private record Key(Issuer issuer, CertificateProfile profile) {
        @Override
        @SuppressWarnings("ReferenceEquality") // as said above, and quicker than comparing whole profiles
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.issuer == issuer && key.profile == profile;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(issuer) + System.identityHashCode(profile);
        }
    }

    static final class Shelf {
        private final Map<Key, Prepared> ready = new ConcurrentHashMap<>();

        Prepared find(Issuer issuer, CertificateProfile profile, IssuerRegistry issuers) {
            Prepared known = ready.get(new Key(issuer, profile));
            if (known != null) {
                return known;
            }
            List<Issuer> present = issuers.all();
            ready.keySet().removeIf(key -> !present.contains(key.issuer()));
            if (ready.size() >= MOST) {
                ready.clear();
            }
            return ready.computeIfAbsent(new Key(issuer, profile), it -> of(issuer, profile));
        }
    }
}
