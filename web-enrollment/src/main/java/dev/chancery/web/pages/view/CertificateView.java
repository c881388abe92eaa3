package dev.chancery.web.pages.view;

import java.util.List;
import java.util.Optional;

/**
 * One certificate.
 *
 * @param path of this page
 * @param justIssued whether the visitor asked for it a moment ago
 * @param handedBefore whether the visitor asked again for a key that was handed out before
 * @param ending why nobody trusts it any more; empty while it is good
 * @param profileVersion in words, possibly empty
 * @param profilePath of that version, possibly empty
 * @param names all of them, the one it goes by first
 * @param purposes in words
 * @param chain from the root down, this certificate last
 * @param history oldest first
 * @param mayRequest whether the visitor can ask for its successor
 * @param spread who knows that it is revoked; empty while it is not, and for those who may not revoke
 */
public record CertificateView(
        Frame frame,
        String path,
        boolean justIssued,
        boolean handedBefore,
        String title,
        String profile,
        String profileVersion,
        String profilePath,
        String requester,
        StatusMark status,
        Optional<Ending> ending,
        List<String> names,
        String subject,
        Moment notBefore,
        Moment notAfter,
        List<String> purposes,
        List<String> crlAddresses,
        List<String> ocspAddresses,
        String key,
        String signature,
        String serial,
        String serialHex,
        List<String> fingerprint,
        List<Link> chain,
        List<Event> history,
        List<Decoded> fields,
        String pem,
        List<Tab> tabs,
        InstallGuide guide,
        boolean mayRequest,
        Optional<Revoking> revoking,
        Optional<SpreadView> spread) {
    public CertificateView {
        names = List.copyOf(names);
        purposes = List.copyOf(purposes);
        crlAddresses = List.copyOf(crlAddresses);
        ocspAddresses = List.copyOf(ocspAddresses);
        fingerprint = List.copyOf(fingerprint);
        chain = List.copyOf(chain);
        history = List.copyOf(history);
        fields = List.copyOf(fields);
        tabs = List.copyOf(tabs);
    }

    /**
     * A certificate of the chain.
     *
     * @param what its place there is for
     */
    public record Link(String name, String path, String what, String key, Moment ends, boolean self) {}

    /** Something that happened to it. */
    public record Event(String what, String by, Moment when, String detail) {}

    /** A field or extension, decoded. */
    public record Decoded(String name, boolean critical, List<String> lines) {
        public Decoded {
            lines = List.copyOf(lines);
        }
    }

    /** A choice of "And now?". */
    public record Tab(String label, String path, boolean current) {}

    /**
     * What the visitor may do about its status.
     *
     * @param held whether it is on hold, so that it can be released
     */
    public record Revoking(boolean held) {}
}
