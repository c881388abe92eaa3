package dev.chancery.core.editing;

import dev.chancery.core.profile.CertificateProfile;
import java.util.List;
import java.util.function.Function;

/** What a text turned out to be. */
public sealed interface Reading {
    record Sound(CertificateProfile profile) implements Reading {}

    /** @param mistakes all of them, at least one */
    record Faulty(List<Mistake> mistakes) implements Reading {
        public Faulty {
            mistakes = List.copyOf(mistakes);
        }
    }

    default <T> T fold(Function<CertificateProfile, T> sound, Function<List<Mistake>, T> faulty) {
        return this instanceof Sound read ? sound.apply(read.profile()) : faulty.apply(((Faulty) this).mistakes());
    }
}
