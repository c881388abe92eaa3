package dev.chancery.core.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The CAs of this server, root first. */
public final class IssuerRegistry {
    private final CopyOnWriteArrayList<Issuer> issuers = new CopyOnWriteArrayList<>();

    public void add(Issuer issuer) {
        if (find(issuer.name()).isPresent()) {
            throw new IllegalArgumentException("there already is a CA \"" + issuer.name() + "\"");
        }
        issuers.add(issuer);
    }

    public Optional<Issuer> find(String name) {
        return issuers.stream().filter(issuer -> issuer.name().equals(name)).findFirst();
    }

    public List<Issuer> all() {
        return new ArrayList<>(issuers);
    }
}
