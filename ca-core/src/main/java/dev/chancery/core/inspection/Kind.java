package dev.chancery.core.inspection;

/** What is judged. */
public enum Kind {
    CERTIFICATE("certificate"),
    CRL("CRL"),
    REQUEST("request"),
    RESPONSE("OCSP response");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** As people say it. */
    public String word() {
        return word;
    }
}
