package dev.chancery.core.fuzz;

import dev.chancery.core.keys.SignatureProvider;
import java.security.Provider;
import java.security.Security;
import java.util.List;

/** The provider that a server verifies with, for targets that take the runtime's first: what it is fed is as hostile there. */
final class FastSignatures {
    private static final List<Provider> FOUND = SignatureProvider.fastest().preferred();

    private FastSignatures() {}

    static void install() {
        FOUND.forEach(provider -> Security.insertProviderAt(provider, 1));
    }

    static void remove() {
        FOUND.forEach(provider -> Security.removeProvider(provider.getName()));
    }
}
