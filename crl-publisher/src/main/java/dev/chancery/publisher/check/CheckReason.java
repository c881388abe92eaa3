package dev.chancery.publisher.check;

/**
 * What a {@link CheckFinding} is about, for whoever says it in another language; in brackets the values that come with it.
 */
public enum CheckReason {
    NO_HTTP("noHttp", 0),
    /** [port] */
    PORT("port", 1),
    /** [host, seconds] */
    NAME_TIMEOUT("nameTimeout", 2),
    /** [host] */
    NAME_UNKNOWN("nameUnknown", 1),
    /** [host] */
    NAME_STOPPED("nameStopped", 1),
    /** [host] */
    LOOPBACK("loopback", 1),
    /** [host, address] */
    LOOPBACK_NAME("loopbackName", 2),
    /** [status] */
    REDIRECT("redirect", 1),
    /** [status, where to] */
    REDIRECT_TO("redirectTo", 2),
    /** [status] */
    STATUS("status", 1),
    /** [expected type] */
    TYPE_MISSING("typeMissing", 1),
    /** [expected type, found type] */
    TYPE_OTHER("typeOther", 2),
    /** [encoding] */
    COMPRESSED("compressed", 1),
    /** [authority, seconds] */
    SLOW_BODY("slowBody", 2),
    /** [authority] */
    STOPPED("stopped", 1),
    /** [authority] */
    NO_CONNECTION("noConnection", 1),
    /** [authority, reason] */
    REFUSED("refused", 2),
    /** [authority, seconds] */
    TIMEOUT("timeout", 2),
    /** [authority, reason] */
    NO_ANSWER("noAnswer", 2),
    /** [authority, reason] */
    NOT_ASKED("notAsked", 2),
    NO_CRL("noCrl", 0),
    /** [octets, octets of the CRL] */
    TOO_LONG("tooLong", 2),
    /** [what it looks like, octets] */
    NOT_CRL("notCrl", 2),
    /** [number, end] */
    CRL_ENDED("crlEnded", 2),
    /** [found CRL, the one that belongs there] */
    CRL_OTHER("crlOther", 2),
    /** [found number, own number] */
    CRL_AHEAD("crlAhead", 2),
    /** [number] */
    CRL_TWIN("crlTwin", 1),
    /** [found number, number in force] */
    CRL_CACHED("crlCached", 2),
    /** [found number, number in force] */
    CRL_BEHIND("crlBehind", 2),
    /** [subject, serial number] */
    CERTIFICATE_TWIN("certificateTwin", 2),
    /** [subject] */
    CERTIFICATE_OTHER("certificateOther", 1),
    /** [what it looks like, octets] */
    NOT_CERTIFICATE("notCertificate", 2),
    /** [what it looks like] */
    NOT_OCSP("notOcsp", 1),
    /** [status] */
    OCSP_STATUS("ocspStatus", 1),
    OCSP_OTHER("ocspOther", 0),
    OCSP_UNSIGNED("ocspUnsigned", 0),
    /** [end] */
    OCSP_ENDED("ocspEnded", 1);

    private final String code;
    private final int count;

    CheckReason(String code, int count) {
        this.code = code;
        this.count = count;
    }

    /** For programs, {@code port}. */
    public String code() {
        return code;
    }

    /** How many values come with it. */
    public int count() {
        return count;
    }
}
