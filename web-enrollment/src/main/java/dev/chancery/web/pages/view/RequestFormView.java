package dev.chancery.web.pages.view;

import java.util.List;
import java.util.Optional;

/**
 * The form that asks for a certificate, with its result beside it.
 *
 * @param token names this form, so that sending it twice issues once
 * @param asksNames whether the chosen profile takes names at all
 * @param asksSubject whether the chosen profile takes attributes of the subject
 * @param namesHelp which kinds of names, in words
 * @param namesEdited whether the visitor has changed the names, so that the CSR's no longer fill them in
 * @param csrState what was read from the CSR, in a line; possibly empty
 * @param keyLeaked a private key was sent in the CSR's place
 * @param key who makes the key, and where it will be used
 * @param unreachable what validating servers do not get from the CA that would sign, in sentences
 * @param prospects what the visitor may ask for, whatever they have typed
 */
public record RequestFormView(
        Frame frame,
        String token,
        List<Choice> choices,
        boolean asksNames,
        boolean asksSubject,
        String namesHelp,
        boolean namesEdited,
        List<Chip> names,
        String subject,
        String csr,
        String csrState,
        boolean keyLeaked,
        List<Choice> validities,
        Problems problems,
        ReceiptView receipt,
        KeyFormView key,
        List<String> unreachable,
        Optional<ProspectsView> prospects) {
    public RequestFormView {
        choices = List.copyOf(choices);
        names = List.copyOf(names);
        validities = List.copyOf(validities);
        unreachable = List.copyOf(unreachable);
    }

    /** With what the visitor may ask for. */
    public RequestFormView with(ProspectsView told) {
        return new RequestFormView(
                frame,
                token,
                choices,
                asksNames,
                asksSubject,
                namesHelp,
                namesEdited,
                names,
                subject,
                csr,
                csrState,
                keyLeaked,
                validities,
                problems,
                receipt,
                key,
                unreachable,
                Optional.of(told));
    }

    /** What the server has filled in from the CSR, to know later whether somebody has touched it. */
    public String filled() {
        return namesEdited ? "" : namesText();
    }

    /** One per line, for the form without scripts. */
    public String namesText() {
        return String.join("\n", names.stream().map(Chip::text).toList());
    }

    public record Choice(String value, String title, String description, boolean chosen) {}

    /** A name, and whether something is wrong with it. */
    public record Chip(String text, boolean bad) {}

    /** What is wrong, each where it was made. */
    public record Problems(
            List<Mistake> profile,
            List<Mistake> names,
            List<Mistake> csr,
            List<Mistake> validity,
            List<Mistake> subject) {
        public Problems {
            profile = List.copyOf(profile);
            names = List.copyOf(names);
            csr = List.copyOf(csr);
            validity = List.copyOf(validity);
            subject = List.copyOf(subject);
        }

        public static Problems none() {
            return new Problems(List.of(), List.of(), List.of(), List.of(), List.of());
        }

        public int count() {
            return profile.size() + names.size() + csr.size() + validity.size() + subject.size();
        }
    }

    /**
     * A mistake with its correction.
     *
     * @param fix for the button that applies it, {@code names[2]=web-01}; empty where there is none
     * @param suggestion what the button says
     */
    public record Mistake(String message, String fix, String suggestion) {}
}
