package dev.chancery.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Signing requests from openssl. */
final class Csr {
    private Csr() {}

    /** @param work where the key goes that nobody needs */
    static String p256(Path work, String name) throws IOException {
        Tool.ok(
                work,
                "openssl",
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "k.pem",
                "-out",
                "c.csr",
                "-subj",
                "/CN=" + name);
        return Files.readString(work.resolve("c.csr"));
    }
}
