package dev.chancery.web.pages.view;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.web.pages.view.CertificateView.Decoded;
import java.util.List;

/**
 * "What you will get", beside the form.
 *
 * @param state how far the request is
 * @param verdict in a sentence: issued at once, must be approved, or what is missing
 * @param because the reasons for the verdict, possibly none
 * @param validity {@code 1 year, until 22 November 2027}; empty when unknown
 * @param technical every extension that is known already
 */
public record ReceiptView(
        State state,
        String verdict,
        List<String> because,
        List<String> names,
        List<String> purposes,
        String key,
        String validity,
        List<String> crlAddresses,
        List<Decoded> technical) {
    public ReceiptView {
        because = List.copyOf(because);
        names = List.copyOf(names);
        purposes = List.copyOf(purposes);
        crlAddresses = List.copyOf(crlAddresses);
        technical = List.copyOf(technical);
    }

    /** How far a request is. */
    public enum State {
        /** Something is still missing. */
        UNFINISHED,
        /** Something has to be corrected. */
        OBJECTED,
        AT_ONCE,
        WAITS
    }

    /** Name of the mark in the style sheet. */
    public String mark() {
        return switch (state) {
            case UNFINISHED -> "expired";
            case OBJECTED -> "revoked";
            case AT_ONCE -> "valid";
            case WAITS -> "soon";
        };
    }

    public String word() {
        return switch (state) {
            case UNFINISHED -> plain("request.verdict.unfinished");
            case OBJECTED -> plain("request.verdict.objected");
            case AT_ONCE -> plain("request.verdict.atOnce");
            case WAITS -> plain("request.verdict.waits");
        };
    }
}
