package dev.chancery.server;

import dev.chancery.publisher.PublicationSettings;
import dev.chancery.publisher.ocsp.OcspTerms;
import dev.chancery.publisher.schedule.CrlSettings;
import dev.chancery.web.WebSettings;
import dev.chancery.web.auth.SessionSettings;

/**
 * Everything that {@code chancery.yaml} can say. Each part belongs to the module that uses it; only this module reads the
 * file.
 */
record Settings(
        ServerSettings server,
        AuthoritySettings authority,
        NameSettings names,
        CrlSettings crl,
        PublicationSettings publication,
        OcspTerms ocsp,
        SessionSettings sessions,
        Logging.LogSettings log) {
    public static Settings defaults() {
        return new Settings(
                ServerSettings.defaults(),
                AuthoritySettings.defaults(),
                NameSettings.defaults(),
                CrlSettings.defaults(),
                PublicationSettings.standard(),
                OcspTerms.standard(),
                SessionSettings.standard(),
                Logging.LogSettings.defaults());
    }

    WebSettings web() {
        WebSettings standard = WebSettings.standard();
        return new WebSettings(
                sessions, standard.passwords(), standard.bodyDeadline(), standard.clientCertificateProfiles());
    }
}
