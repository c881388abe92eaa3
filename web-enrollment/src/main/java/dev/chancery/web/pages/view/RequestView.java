package dev.chancery.web.pages.view;

import dev.chancery.web.pages.view.CertificateView.Decoded;
import java.util.List;
import java.util.Optional;

/**
 * One request in the queue.
 *
 * @param justSent whether the visitor has just sent it
 * @param names what would be granted, or what was asked for where nothing can be granted
 * @param unusual why it waits and what else an officer should see
 * @param objections why it cannot be granted as it is
 * @param alike the newest certificate with one of the names
 * @param differences what would be other than there
 * @param before what the same requester got before, newest first
 * @param certificate path of what it led to; empty while there is none
 * @param mayDecide whether the visitor may approve or deny it
 * @param own whether it is the visitor's own, about which nobody decides alone
 * @param agreed officers who have approved it already, where others must as well
 * @param visitorAgreed whether the visitor is one of them
 * @param officersMissing how many officers have to approve yet
 * @param comment typed with a decision that did not go through, possibly empty
 */
public record RequestView(
        Frame frame,
        String path,
        long id,
        String title,
        String profile,
        String requester,
        StatusMark state,
        Moment submitted,
        boolean justSent,
        List<Name> names,
        List<String> purposes,
        String validity,
        String key,
        List<Decoded> technical,
        List<String> unusual,
        List<Decision> agreed,
        List<String> objections,
        Optional<CertificateRow> alike,
        List<String> differences,
        List<CertificateRow> before,
        Optional<Decision> decision,
        String certificate,
        boolean mayDecide,
        boolean own,
        boolean visitorAgreed,
        int officersMissing,
        String comment) {
    public RequestView {
        names = List.copyOf(names);
        purposes = List.copyOf(purposes);
        technical = List.copyOf(technical);
        unusual = List.copyOf(unusual);
        agreed = List.copyOf(agreed);
        objections = List.copyOf(objections);
        differences = List.copyOf(differences);
        before = List.copyOf(before);
    }

    /** @param remark what is unusual about it, possibly empty */
    public record Name(String text, String remark) {}

    public record Decision(String by, Moment when, String comment) {}

    public boolean pending() {
        return state.kind().equals("soon");
    }
}
