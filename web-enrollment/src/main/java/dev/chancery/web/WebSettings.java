package dev.chancery.web;

import dev.chancery.web.auth.Argon2Cost;
import dev.chancery.web.auth.SessionSettings;
import java.time.Duration;
import java.util.Set;

/**
 * What can be set about the web module.
 *
 * @param sessions how long a browser stays signed in
 * @param passwords what one guess of a password costs
 * @param bodyDeadline for the whole body of a request
 * @param clientCertificateProfiles whose certificates sign their requester in
 */
public record WebSettings(
        SessionSettings sessions, Argon2Cost passwords, Duration bodyDeadline, Set<String> clientCertificateProfiles) {
    public WebSettings {
        clientCertificateProfiles = Set.copyOf(clientCertificateProfiles);
        if (bodyDeadline.isNegative() || bodyDeadline.isZero()) {
            throw new IllegalArgumentException("the deadline for a body is positive, not " + bodyDeadline);
        }
    }

    public static WebSettings standard() {
        return new WebSettings(
                SessionSettings.standard(), Argon2Cost.standard(), Duration.ofSeconds(30), Set.of("tls-client"));
    }
}
