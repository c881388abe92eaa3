package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.crl.SignedCrl;
import dev.chancery.core.keys.SignatureMeasurement.Candidate;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.web.crl.CrlPublication;
import dev.chancery.web.crl.CrlTimes;
import dev.chancery.web.crl.PublicationWatch;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * A CA of this server.
 *
 * @param file short name, for addresses
 * @param chain names of the CAs above it, nearest first
 * @param schedule when its lists come, in a sentence; empty for an offline CA
 * @param failure why its last CRL could not be published; empty when it could
 * @param signer which cryptographic provider signs
 * @param offline whether its key is elsewhere, so that its revocation list is uploaded
 * @param due what people must do before its revocation list ends, possibly empty
 * @param responderDue what they must do before the certificate of its OCSP responder ends, possibly empty
 * @param measured what each provider takes for a signature; empty until it was measured
 * @param outside what validating servers see; empty until somebody has looked
 * @param partitions the lists of its partitions
 * @param fetchers who fetches its list; empty when that is not remembered
 */
public record AuthorityCard(
        String file,
        String name,
        boolean root,
        List<String> chain,
        Moment notBefore,
        Moment notAfter,
        String key,
        String signature,
        String serial,
        List<String> fingerprint,
        List<String> crlAddresses,
        Optional<CrlRow> crl,
        List<PartitionRow> partitions,
        String schedule,
        String failure,
        String signer,
        List<String> measured,
        boolean offline,
        String due,
        String responderDue,
        Optional<OutsideRow> outside,
        Optional<FetchersView> fetchers) {
    public AuthorityCard {
        chain = List.copyOf(chain);
        fingerprint = List.copyOf(fingerprint);
        crlAddresses = List.copyOf(crlAddresses);
        measured = List.copyOf(measured);
        partitions = List.copyOf(partitions);
    }

    public static AuthorityCard of(Issuer issuer, CrlPublication crls, PublicationWatch watch, Moments moments) {
        Optional<SignedCrl> crl = crls.current(issuer.name());
        EncodedCertificate certificate = issuer.certificate();
        return new AuthorityCard(
                issuer.name(),
                certificate.subject().shortName(),
                certificate.selfIssued(),
                issuer.chain().stream()
                        .map(above -> above.subject().shortName())
                        .toList(),
                moments.at(certificate.validity().notBefore()),
                moments.at(certificate.validity().notAfter()),
                KeyWords.key(certificate),
                KeyWords.signature(certificate),
                Names.grouped(certificate.serial()),
                Names.fingerprint(certificate),
                issuer.addresses().crl().stream().map(URI::toString).toList(),
                crl.map(signed -> CrlRow.of(signed, moments)),
                PartitionRow.all(issuer, crls, moments),
                crls.times(issuer.name()).map(AuthorityCard::words).orElse(""),
                crls.lastFailure(issuer.name()).orElse(""),
                issuer.signer(),
                issuer.measurement().stream()
                        .flatMap(found -> found.candidates().stream())
                        .map(Candidate::describe)
                        .toList(),
                issuer.offline(),
                "",
                "",
                watch.seen(issuer.name()).map(seen -> OutsideRow.of(seen, moments)),
                watch.remembersFetchers()
                        ? Optional.of(FetchersView.of(
                                watch.fetchers(issuer.name()),
                                partition -> crls.current(issuer.name(), partition),
                                moments))
                        : Optional.empty());
    }

    /** What is due about its list, and about its OCSP responder. */
    public AuthorityCard withDue(String list, String responder) {
        return with(list, responder, fetchers);
    }

    /** For those whom the addresses of others' servers do not concern. */
    public AuthorityCard withoutFetchers() {
        return with(due, responderDue, Optional.empty());
    }

    private AuthorityCard with(String list, String responder, Optional<FetchersView> known) {
        return new AuthorityCard(
                file,
                name,
                root,
                chain,
                notBefore,
                notAfter,
                key,
                signature,
                serial,
                fingerprint,
                crlAddresses,
                crl,
                partitions,
                schedule,
                failure,
                signer,
                measured,
                offline,
                list,
                responder,
                outside,
                known);
    }

    /** What is wrong with its revocation list, worst first; empty when all is well. */
    public StatusMark state() {
        if (crl.isEmpty()) {
            return new StatusMark("revoked", plain("authorities.state.noList"));
        }
        if (partitions.stream().anyMatch(PartitionRow::missingOrEnded)) {
            return new StatusMark("revoked", plain("authorities.state.partition"));
        }
        if (crl.get().ended()) {
            return new StatusMark("revoked", plain("authorities.state.ended"));
        }
        if (!failure.isEmpty()) {
            return new StatusMark("revoked", plain("authorities.state.fails"));
        }
        if (!due.isEmpty()) {
            return new StatusMark("soon", plain("authorities.state.endsSoon"));
        }
        if (!responderDue.isEmpty()) {
            return new StatusMark("soon", plain("authorities.state.ocspEndsSoon"));
        }
        return crl.get().overdue() && !offline
                ? new StatusMark("soon", plain("authorities.state.late"))
                : new StatusMark("valid", plain("authorities.state.good"));
    }

    private static String words(CrlTimes times) {
        String after = times.digest()
                .map(digest -> plain("authorities.schedule.after", length(digest)))
                .orElse(plain("authorities.schedule.waits"));
        String delta = times.delta()
                .map(interval -> plain("authorities.schedule.delta", length(interval)))
                .orElse("");
        return plain("authorities.schedule", length(times.interval()), delta, length(times.lifetime()), after);
    }

    private static String length(Duration time) {
        Period days = Period.ofDays((int) time.toDays());
        return Moments.words(new ValidityLength(days, time.minusDays(time.toDays())));
    }
}
