package dev.chancery.web.auth;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SerialNumber;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Login with a certificate that we issued (SECURITY.md rule 10).
 *
 * <p>The TLS handshake has proven that the client holds the key. The certificate itself is looked up by issuer and serial
 * and must be, octet for octet, the one in the ledger: that compares the issuer's key by its signature, and never a name.
 * It acts for the account that requested it, and only if its profile is meant for clients: a web server's key must not be
 * able to act for the officer who once asked for its certificate.
 */
public final class ClientCertificates {
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    private final IssuerRegistry issuers;
    private final CertificateLedger ledger;
    private final Accounts accounts;
    private final Set<String> profiles;
    private final Clock clock;

    /** @param profiles whose certificates may sign in, {@code tls-client} */
    public ClientCertificates(
            IssuerRegistry issuers, CertificateLedger ledger, Accounts accounts, Set<String> profiles, Clock clock) {
        this.issuers = issuers;
        this.ledger = ledger;
        this.accounts = accounts;
        this.profiles = Set.copyOf(profiles);
        this.clock = clock;
    }

    Authentication authenticate(List<X509Certificate> peer) {
        if (peer.isEmpty()) {
            return new Authentication.Anonymous();
        }
        X509Certificate shown = peer.get(0);
        Optional<CertificateRecord> record = find(shown);
        if (record.isEmpty()) {
            return new Authentication.Failed("The client certificate was not issued by this server's CAs.");
        }
        return judge(record.get(), shown);
    }

    private Optional<CertificateRecord> find(X509Certificate shown) {
        Der der;
        SerialNumber serial;
        try {
            der = Der.ofOwned(shown.getEncoded());
            serial = new SerialNumber(shown.getSerialNumber());
        } catch (CertificateEncodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return issuers.all().stream()
                .map(Issuer::name)
                .flatMap(name -> ledger.find(name, serial).stream())
                .filter(record -> record.certificate().der().equals(der))
                .findFirst();
    }

    private Authentication judge(CertificateRecord record, X509Certificate shown) {
        CertificateRecord.Status status = record.status(clock.instant());
        if (status != CertificateRecord.Status.VALID) {
            return new Authentication.Failed("The client certificate "
                    + record.serial().hex() + " is " + status.name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        if (!profiles.contains(record.profile()) || !forClients(shown)) {
            return new Authentication.Failed("A certificate of the profile " + record.profile()
                    + " does not sign anybody in here; it needs one of " + String.join(", ", profiles) + ".");
        }
        Optional<Account> account = accounts.find(record.requester()).filter(found -> !found.disabled());
        return account.<Authentication>map(found -> new Authentication.Known(accounts.requester(found, "certificate")))
                .orElseGet(() -> new Authentication.Failed(
                        "The account " + record.requester() + " behind the client certificate is gone or disabled."));
    }

    private static boolean forClients(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages != null && usages.contains(CLIENT_AUTH);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
