package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;
import static dev.chancery.web.pages.text.Texts.said;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.authority.WantedAddresses;
import dev.chancery.core.ceremony.AddressOutcome.Settled;
import dev.chancery.core.x509.Objection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a CA's new certificates point, and where they would.
 *
 * @param file short name of the CA, for addresses
 * @param name of the CA
 * @param crl one address a line, as are {@code caIssuers} and {@code ocsp}
 * @param former CDP addresses in earlier certificates only
 * @param changes what a tried change would do; empty while nothing was tried, or when nothing would change
 * @param note what has just happened, possibly empty
 */
public record AddressesView(
        Frame frame,
        String file,
        String name,
        String crl,
        String caIssuers,
        String ocsp,
        List<String> former,
        Errors errors,
        List<Change> changes,
        List<String> remarks,
        String note) {
    public AddressesView {
        former = List.copyOf(former);
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
    }

    /** What is wrong, by field. */
    public record Errors(List<String> crl, List<String> caIssuers, List<String> ocsp) {
        public Errors {
            crl = List.copyOf(crl);
            caIssuers = List.copyOf(caIssuers);
            ocsp = List.copyOf(ocsp);
        }

        static Errors none() {
            return new Errors(List.of(), List.of(), List.of());
        }
    }

    /** One list before and after; an address that stays is in both. */
    public record Change(String what, List<String> before, List<String> after) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    public static AddressesView of(Frame frame, Issuer issuer) {
        PublicationAddresses now = issuer.addresses();
        return new AddressesView(
                frame,
                issuer.name(),
                issuer.certificate().subject().shortName(),
                String.join("\n", texts(now.crl())),
                String.join("\n", texts(now.caIssuers())),
                String.join("\n", texts(now.ocsp())),
                texts(issuer.formerCrlAddresses()),
                Errors.none(),
                List.of(),
                List.of(),
                "");
    }

    /** With what somebody wrote in the place of what is. */
    public AddressesView asking(WantedAddresses wanted) {
        return new AddressesView(
                frame,
                file,
                name,
                String.join("\n", wanted.crl()),
                String.join("\n", wanted.caIssuers()),
                String.join("\n", wanted.ocsp()),
                former,
                errors,
                changes,
                remarks,
                note);
    }

    public AddressesView trying(Settled settled) {
        List<Change> differences = new ArrayList<>();
        add(
                differences,
                plain("word.crl"),
                settled.before().crl(),
                settled.after().crl());
        add(
                differences,
                plain("authorities.addresses.ofIssuer"),
                settled.before().caIssuers(),
                settled.after().caIssuers());
        add(
                differences,
                plain("word.ocsp"),
                settled.before().ocsp(),
                settled.after().ocsp());
        return with(
                errors,
                differences,
                settled.remarks(),
                settled.changes() ? "" : plain("authorities.addresses.already"));
    }

    public AddressesView refusing(List<Objection> objections) {
        return with(
                new Errors(
                        messages(objections, "crlAddresses"),
                        messages(objections, "caIssuersAddresses"),
                        messages(objections, "ocspAddresses")),
                List.of(),
                List.of(),
                "");
    }

    public AddressesView saved() {
        return with(errors, changes, remarks, plain("authorities.addresses.saved"));
    }

    private AddressesView with(Errors wrong, List<Change> differences, List<String> said, String message) {
        return new AddressesView(frame, file, name, crl, caIssuers, ocsp, former, wrong, differences, said, message);
    }

    private static void add(List<Change> differences, String what, List<URI> before, List<URI> after) {
        if (!before.equals(after)) {
            differences.add(new Change(what, texts(before), texts(after)));
        }
    }

    private static List<String> messages(List<Objection> objections, String field) {
        return objections.stream()
                .filter(objection -> objection.field().startsWith(field))
                .map(one -> said(one.message()))
                .toList();
    }

    private static List<String> texts(List<URI> addresses) {
        return addresses.stream().map(URI::toString).toList();
    }
}
