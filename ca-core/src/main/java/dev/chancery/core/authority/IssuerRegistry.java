package dev.chancery.core.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The CAs of this server, root first. */
public final class IssuerRegistry {
    private final CopyOnWriteArrayList<Issuer> issuers = new CopyOnWriteArrayList<>();

    public synchronized void add(Issuer issuer) {
        if (find(issuer.name()).isPresent()) {
            throw new IllegalArgumentException("there already is a CA \"" + issuer.name() + "\"");
        }
        issuers.add(issuer);
    }

    /** Puts a CA in the place of the one of its name; whoever asks from now on gets it. */
    public synchronized void replace(Issuer issuer) {
        int place = all().stream().map(Issuer::name).toList().indexOf(issuer.name());
        if (place < 0) {
            throw new IllegalArgumentException("there is no CA \"" + issuer.name() + "\" to replace");
        }
        issuers.set(place, issuer);
    }

    public Optional<Issuer> find(String name) {
        return issuers.stream().filter(issuer -> issuer.name().equals(name)).findFirst();
    }

    public List<Issuer> all() {
        return new ArrayList<>(issuers);
    }
}
