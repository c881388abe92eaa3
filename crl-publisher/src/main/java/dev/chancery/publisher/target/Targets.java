package dev.chancery.publisher.target;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlScope;
import dev.chancery.core.crl.SignedCrl;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The places beside this server that get every CRL and CA certificate. */
public final class Targets implements AutoCloseable {
    private final IssuerRegistry issuers;
    private final List<Delivery> deliveries;

    public Targets(List<TargetSettings> settings, IssuerRegistry issuers, Clock clock) {
        this.issuers = issuers;
        this.deliveries = settings.stream()
                .map(one -> new Delivery(one.name(), target(one), clock))
                .toList();
    }

    private static Target target(TargetSettings settings) {
        Optional<Credentials> credentials =
                settings.user().flatMap(user -> settings.passwordFile().map(file -> new Credentials(user, file)));
        if (settings.directory().isPresent()) {
            return new DirectoryTarget(settings.directory().get());
        }
        TrustedCas trusted = new TrustedCas(settings.caFile());
        if (settings.ldap().isPresent()) {
            boolean startTls = settings.starttls().orElse(false);
            return new LdapTarget(new LdapConnection(settings.ldap().get(), credentials, startTls, trusted));
        }
        PutAddresses addresses = settings.put()
                .<PutAddresses>map(PutAddresses.Below::new)
                .orElseGet(() -> new PutAddresses.Listed(settings.putUrls().orElseThrow()));
        return new HttpPutTarget(addresses, credentials, trusted);
    }

    /** Brings the certificate of every CA; CRLs follow as they are published. */
    public void start() {
        issuers.all().forEach(this::certificate);
        deliveries.forEach(Delivery::start);
    }

    private void certificate(Issuer issuer) {
        add(new PublishedFile(
                issuer.name() + ".crt",
                issuer.name(),
                PublishedFile.Kind.CA_CERTIFICATE,
                CrlOctets.of(issuer.certificate().der())));
    }

    /** Returns at once. */
    public void published(SignedCrl crl) {
        PublishedFile.Kind kind = crl.scope() instanceof CrlScope.Delta
                ? PublishedFile.Kind.DELTA_CRL
                : crl.scope() instanceof CrlScope.Partition ? PublishedFile.Kind.PARTITION : PublishedFile.Kind.CRL;
        add(new PublishedFile(crl.publication() + ".crl", crl.issuer(), kind, crl.octets()));
    }

    private void add(PublishedFile file) {
        deliveries.forEach(delivery -> delivery.add(file));
    }

    /** How each fares, in the order of the settings. */
    public List<TargetStatus> status() {
        return deliveries.stream().map(Delivery::status).toList();
    }

    /** Does not wait: what was not delivered is delivered after the next start. */
    @Override
    public void close() {
        deliveries.forEach(Delivery::close);
    }
}
