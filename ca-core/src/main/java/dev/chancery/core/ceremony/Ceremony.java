package dev.chancery.core.ceremony;

import dev.chancery.core.access.Requester;
import dev.chancery.core.authority.Issuer;

/** Makes CAs. Keys are on disk before the journal records the CA; a half-made CA is never used. */
public final class Ceremony {
    /** A self-signed root with a new key. */
    public Issuer createRoot(Requester actor, CaPlan plan) {
        throw new UnsupportedOperationException("being built");
    }

    /** A CA with a new key below {@code parent}. */
    public Issuer createIntermediate(Requester actor, Issuer parent, CaPlan plan) {
        throw new UnsupportedOperationException("being built");
    }
}
