package dev.chancery.web.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each fault of our own a number: the client sees the number, the log has the cause. */
public final class Incidents {
    private final Logger log = LoggerFactory.getLogger(Incidents.class);
    private final SecureRandom random;

    public Incidents(SecureRandom random) {
        this.random = random;
    }

    Problem report(Throwable fault, RequestHead head) {
        byte[] octets = new byte[5];
        random.nextBytes(octets);
        String id = HexFormat.of().formatHex(octets);
        log.error("incident {} at {} {}", id, LogText.escape(head.method()), LogText.escape(head.path()), fault);
        return Problem.incident(id);
    }
}
