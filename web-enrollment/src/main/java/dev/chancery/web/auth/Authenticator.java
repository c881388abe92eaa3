package dev.chancery.web.auth;

import dev.chancery.core.access.Accounts;
import dev.chancery.web.http.RequestHead;
import java.time.Clock;
import java.util.Optional;

/** How programs prove who they are: a bearer token, or else a client certificate. Never the cookie. */
public final class Authenticator {
    private final Tokens tokens;
    private final ClientCertificates certificates;

    public Authenticator(Accounts accounts, LocalAdmin localAdmin, ClientCertificates certificates, Clock clock) {
        this.tokens = new Tokens(accounts, localAdmin, clock);
        this.certificates = certificates;
    }

    /** Anonymous over plain HTTP, where a token would be public. */
    public Authentication authenticate(RequestHead head) {
        if (!head.secure()) {
            return new Authentication.Anonymous();
        }
        Optional<String> credentials = head.header("Authorization");
        if (credentials.isEmpty()) {
            return certificates.authenticate(head.peer());
        }
        String[] parts = credentials.get().split(" +", 2);
        return parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")
                ? tokens.authenticate(parts[1].strip())
                : new Authentication.Failed("The Authorization header is not of the form \"Bearer TOKEN\".");
    }
}
