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

    /** The clock or the disk is at fault, and the exception's message says what to do: everybody may read it. */
    Problem unable(RuntimeException fault, RequestHead head) {
        log.error(
                "{} {} was refused: {}",
                LogText.escape(head.method()),
                LogText.escape(head.path()),
                fault.getMessage(),
                fault.getCause());
        return Problem.of(503, String.valueOf(fault.getMessage())).with("Retry-After", "60");
    }
}
