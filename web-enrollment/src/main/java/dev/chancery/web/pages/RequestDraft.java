package dev.chancery.web.pages;

import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.HostName;
import dev.chancery.core.x509.RequestedName;
import dev.chancery.web.http.Form;
import dev.chancery.web.pages.view.KeySource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request form as it was sent, unjudged.
 *
 * @param token of the form, for the idempotency key
 * @param edited whether the visitor has changed the names
 * @param csr the file where there is one, else the text; possibly empty
 * @param csrText as typed; empty when it came as a file
 * @param validity ISO 8601 or empty for the usual one
 * @param key who makes the key
 */
record RequestDraft(
        String token,
        String profile,
        List<String> names,
        boolean edited,
        Der csr,
        String csrText,
        String validity,
        String subject,
        KeyWish key) {
    private static final Pattern FIX = Pattern.compile("names\\[([0-9]{1,4})]=(.{1,300})");
    private static final Pattern VALIDITY_FIX = Pattern.compile("validity=(.{1,60})");
    private static final Pattern PRIVATE_KEY = Pattern.compile("BEGIN [A-Z0-9 ]*PRIVATE KEY");

    private static final Der NOTHING = Der.ofOwned(new byte[0]);

    RequestDraft {
        names = List.copyOf(names);
    }

    static RequestDraft empty(String token, String profile) {
        return new RequestDraft(token, profile, List.of(), false, NOTHING, "", "", "", KeyWish.none());
    }

    static RequestDraft of(Form form) {
        String typed = form.text("csr").orElse("");
        Optional<byte[]> file = form.upload("file").map(Form.Upload::octets);
        boolean edited = form.text("edited").isPresent();
        List<String> names = split(form.text("names").orElse(""));
        KeyWish key = KeyWish.of(form);
        // Names that this server has filled in from a CSR, and nobody has touched, make room for those of the next.
        boolean untouched = !edited
                && key.source() == KeySource.CSR
                && names.equals(split(form.text("filled").orElse("")));
        RequestDraft draft = new RequestDraft(
                form.text("form")
                        .filter(token -> token.matches("[0-9a-f]{1,64}"))
                        .orElse(""),
                form.text("profile").orElse(""),
                untouched ? List.of() : names,
                edited || !untouched,
                Der.ofOwned(file.orElseGet(() -> typed.getBytes(StandardCharsets.UTF_8))),
                file.isPresent() ? "" : typed,
                form.text("validity").orElse(""),
                form.text("subject").orElse(""),
                key);
        return form.text("fix").map(draft::corrected).orElse(draft);
    }

    /** A list as people paste it: lines, commas, semicolons or spaces between the names. */
    static List<String> split(String text) {
        return Arrays.stream(text.split("[\\s,;]+"))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** With the correction that somebody has accepted. */
    private RequestDraft corrected(String fix) {
        Matcher named = FIX.matcher(fix);
        Matcher length = VALIDITY_FIX.matcher(fix);
        List<String> fixed = new ArrayList<>(names);
        if (named.matches() && Integer.parseInt(named.group(1)) < fixed.size()) {
            fixed.set(Integer.parseInt(named.group(1)), named.group(2).strip());
        }
        return new RequestDraft(
                token,
                profile,
                fixed,
                true,
                csr,
                csrText,
                length.matches() ? length.group(1).strip() : validity,
                subject,
                key);
    }

    boolean hasCsr() {
        return csr.length() > 0;
    }

    boolean holdsPrivateKey() {
        return PRIVATE_KEY
                .matcher(new String(csr.unsafeOctets(), StandardCharsets.ISO_8859_1))
                .find();
    }

    RequestDraft withProfile(String chosen) {
        return new RequestDraft(token, chosen, names, edited, csr, csrText, validity, subject, key);
    }

    /** With a CSR that was made for it, which nobody has typed. */
    RequestDraft signedBy(Der made) {
        return new RequestDraft(token, profile, names, edited, made, "", validity, subject, key);
    }

    /** With names that somebody wants, whatever the CSR says. */
    RequestDraft wanting(List<String> wanted) {
        return new RequestDraft(token, profile, wanted, true, csr, csrText, validity, subject, key);
    }

    /** With names that only the CSR asks for. */
    RequestDraft withNames(List<String> found) {
        return new RequestDraft(token, profile, found, false, csr, csrText, validity, subject, key);
    }

    /** Names that stand in the form replace those of the CSR. */
    List<RequestedName> requestedNames() {
        List<RequestedName> requested = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            requested.add(new RequestedName(kind(names.get(i)), names.get(i), "names[" + i + "]"));
        }
        return requested;
    }

    private static RequestedName.Kind kind(String name) {
        if (name.contains("://")) {
            return RequestedName.Kind.URI;
        }
        if (name.contains("@")) {
            return RequestedName.Kind.EMAIL;
        }
        return HostName.looksLikeIpAddress(name) ? RequestedName.Kind.IP : RequestedName.Kind.DNS;
    }

    /** The same form with the same content is the same request, however often it is sent. */
    EnrollmentRequest toRequest() {
        return toRequest(csr.hex());
    }

    /** For a key that the server makes: sent again, it is the same request although the key would be another. */
    EnrollmentRequest toRequestForServerKey() {
        return toRequest("server key");
    }

    private EnrollmentRequest toRequest(String provenBy) {
        Wishes wishes = new Wishes(
                names.isEmpty() ? Optional.empty() : Optional.of(requestedNames()),
                Optional.of(subject).filter(text -> !text.isEmpty()),
                Optional.of(validity).filter(text -> !text.isEmpty()));
        String content = String.join("\n", profile, String.join(" ", names), provenBy, validity, subject);
        Optional<String> key = token.isEmpty()
                ? Optional.empty()
                : Optional.of("form-" + token + "-"
                        + Der.ofOwned(content.getBytes(StandardCharsets.UTF_8))
                                .sha256()
                                .hex()
                                .substring(0, 32));
        return new EnrollmentRequest(profile, csr, wishes, key);
    }
}
