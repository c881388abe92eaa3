package dev.chancery.core.profile;

import dev.chancery.core.csr.CertificateRequest;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.core.x509.SubjectName;
import java.util.List;
import java.util.function.Consumer;

/**
 * What was asked for, from the wishes where they say something and from the CSR otherwise; all of it unjudged.
 *
 * @param names with the common names among them when nothing else names the certificate
 * @param namesField where a name would be added: {@code dns} or {@code csr}
 * @param subject in the order of the encoding
 * @param subjectWished written for this request, not just found in a CSR, where people leave all sorts of things
 * @param commonNamesCount whether a common name that is not among the names is an objection; names that were wished for
 *     replace those of the CSR, its common name included
 */
record Asked(
        List<RequestedName> names,
        String namesField,
        List<AskedAttribute> subject,
        boolean subjectWished,
        boolean commonNamesCount) {
    private static final int LONGEST_REASON = 200;

    /** @param named whether the profile grants names at all; a CA's common name is none */
    static Asked of(CertificateRequest request, Wishes wishes, boolean named, Consumer<Objection> objections) {
        boolean subjectWished = wishes.subject().isPresent();
        List<AskedAttribute> subject = AskedAttribute.allOf(
                wishes.subject().map(text -> parse(text, objections)).orElse(request.subject()));
        boolean namesWished = wishes.names().isPresent();
        List<RequestedName> names = wishes.names().orElse(request.names());
        if (named && names.isEmpty() && (!namesWished || subjectWished)) {
            names = ofCommonNames(subject, subjectWished ? "subject" : "csr");
        }
        return new Asked(
                List.copyOf(names), namesWished ? "dns" : "csr", subject, subjectWished, subjectWished || !namesWished);
    }

    /** {@code subject} or {@code csr}: where the subject stood. */
    String subjectField() {
        return subjectWished ? "subject" : "csr";
    }

    List<String> commonNames() {
        return subject.stream()
                .filter(part -> part.is(SubjectAttribute.CN))
                .map(AskedAttribute::value)
                .toList();
    }

    private static SubjectName parse(String text, Consumer<Objection> objections) {
        try {
            return SubjectName.parse(text);
        } catch (IllegalArgumentException e) {
            objections.accept(Objection.of(
                    "subject-syntax",
                    "subject",
                    "The subject " + Quoted.of(text)
                            + " cannot be read (" + reason(e)
                            + "); write it like CN=www.example.com,O=Example,C=DE."));
            return SubjectName.EMPTY;
        }
    }

    private static String reason(IllegalArgumentException refused) {
        Throwable cause = refused.getCause();
        String words = String.valueOf(cause == null ? refused.getMessage() : cause.getMessage());
        return Quoted.plain(words, LONGEST_REASON);
    }

    private static List<RequestedName> ofCommonNames(List<AskedAttribute> subject, String field) {
        return subject.stream()
                .filter(part -> part.is(SubjectAttribute.CN))
                .filter(part -> part.text().isPresent())
                .map(part -> ofCommonName(part.value(), field))
                .toList();
    }

    private static RequestedName ofCommonName(String text, String field) {
        if (IpLiteral.parse(text).isPresent()) {
            return RequestedName.ip(text, field);
        }
        return new RequestedName(text.contains("@") ? RequestedName.Kind.EMAIL : RequestedName.Kind.DNS, text, field);
    }
}
