package dev.chancery.web.pages.view;

import dev.chancery.core.ledger.CertificateRecord;
import java.util.function.Function;

/**
 * A certificate in a list.
 *
 * @param name it goes by
 * @param others its other names in a line, possibly empty
 * @param profile title of its profile
 * @param remark what the date means now: {@code in 22 days}, {@code key compromise, 12 days ago}
 */
public record CertificateRow(
        String serial,
        String path,
        String name,
        String others,
        String profile,
        StatusMark status,
        Moment ends,
        String remark,
        String requester) {

    /** @param profileTitle from a profile's name to its title */
    public static CertificateRow of(
            CertificateRecord certificate, Function<String, String> profileTitle, Moments moments) {
        Moment ends = moments.at(certificate.certificate().validity().notAfter());
        String remark = certificate
                .revocation()
                .map(revocation -> ReasonWords.of(revocation.reason()).words() + ", "
                        + moments.at(revocation.revokedAt()).relative())
                .orElse(ends.relative());
        return new CertificateRow(
                certificate.serial().hex(),
                "/certificates/" + certificate.serial().hex(),
                Names.first(certificate.certificate()),
                Names.others(certificate.certificate()),
                profileTitle.apply(certificate.profile()),
                StatusMark.of(certificate, moments.now()),
                ends,
                remark,
                certificate.requester());
    }
}
