package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;

/** Finished samples for tests of other packages. */
public final class LintSamples {
    private LintSamples() {}

    public static Der root() {
        return signedRoot().certificate();
    }

    private static Draft signedRoot() {
        return Scenes.rootCertificate().signed();
    }

    /** For www.example.com, issued by the root, with nothing to object to. */
    public static Der server() {
        return Scenes.ecServer().certificate.signed().certificate();
    }

    /** The same with an underscore in its name. */
    public static Der faulty() {
        return Scenes.serverNamed("my_host.example.com").certificate.signed().certificate();
    }

    public static Der crl() {
        return CrlDraft.full().crl();
    }

    /** Of a responder of the root. */
    public static Der response() {
        return OcspDraft.good().response();
    }

    public static Der request() {
        return RequestDraft.good().request();
    }
}
