package dev.chancery.core.ceremony;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.authority.AddressRemarks;
import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.authority.WantedAddresses;
import dev.chancery.core.journal.CertificateAddresses;
import dev.chancery.core.journal.Journal;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.x509.Objection;
import java.util.List;

/**
 * Changes where the new certificates of a CA point: CDP, AIA caIssuers and AIA OCSP (RFC 5280 §4.2.1.13, §4.2.2.1). The
 * certificates that are out keep what they say, and this server goes on answering at every path it ever named, whatever
 * the host.
 */
public final class Addressing {
    private final IssuerRegistry issuers;
    private final Journal journal;

    public Addressing(IssuerRegistry issuers, Journal journal) {
        this.issuers = issuers;
        this.journal = journal;
    }

    /**
     * What a change would do; nothing is done.
     *
     * @throws IllegalArgumentException when there is no such CA
     */
    public AddressOutcome rehearse(String ca, WantedAddresses wanted) {
        Issuer issuer = find(ca);
        List<Objection> objections = wanted.objections();
        if (!objections.isEmpty()) {
            return new AddressOutcome.Refused(objections);
        }
        PublicationAddresses after = wanted.granted();
        return new AddressOutcome.Settled(
                issuer.addresses(), after, AddressRemarks.about(issuer, after), !after.equals(issuer.addresses()));
    }

    /**
     * Durable when it returns, and in the very next certificate. Addresses that are the same already change nothing and
     * leave no record.
     *
     * @param permit for MANAGE_AUTHORITIES
     * @throws IllegalArgumentException when there is no such CA
     */
    public synchronized AddressOutcome change(Permit permit, String ca, WantedAddresses wanted) {
        permit.require(Permission.MANAGE_AUTHORITIES);
        AddressOutcome outcome = rehearse(ca, wanted);
        return outcome.fold(
                settled -> settled.changes() ? record(permit, find(ca), settled) : settled, refused -> refused);
    }

    private AddressOutcome record(Permit permit, Issuer issuer, AddressOutcome.Settled settled) {
        JournalEvent event = new JournalEvent.AuthorityAddressesChanged(
                issuer.name(), recorded(settled.before()), recorded(settled.after()));
        return journal.record(permit.requester(), List.of(event))
                .fold(
                        recorded -> {
                            issuers.replace(issuer.pointingTo(settled.after()));
                            return settled;
                        },
                        conflict -> {
                            throw new CeremonyFaultException("The addresses of the CA \"" + issuer.name()
                                    + "\" were not changed: " + conflict.detail() + ". Look at them and try again.");
                        });
    }

    private Issuer find(String ca) {
        return issuers.find(ca).orElseThrow(() -> new IllegalArgumentException("there is no CA \"" + ca + "\""));
    }

    private static CertificateAddresses recorded(PublicationAddresses addresses) {
        return new CertificateAddresses(addresses.crl(), addresses.caIssuers(), addresses.ocsp());
    }

    static PublicationAddresses granted(CertificateAddresses addresses) {
        return new PublicationAddresses(addresses.crl(), addresses.caIssuers(), addresses.ocsp());
    }
}
