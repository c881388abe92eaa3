package dev.chancery.web.http;

/** Which way in a route belongs to: what it accepts as proof of identity, and how it words an error. */
public enum Door {
    /** For programs: a bearer token or a client certificate, never the cookie; errors as problem details. */
    API,
    /** For people: the session's cookie, with its CSRF token on unsafe methods; errors as pages. */
    PAGE
}
