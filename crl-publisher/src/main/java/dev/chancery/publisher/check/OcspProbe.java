package dev.chancery.publisher.check;

import dev.chancery.core.authority.Issuer;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Asks a CA's responder through its public address whether it answers, and judges the answer. Its implementation lives
 * where OCSP is known; reachability, name, scheme and port have been judged before it is called.
 */
@FunctionalInterface
public interface OcspProbe {
    /** Returns within the limit; empty when the answer is as it should be. */
    List<CheckFinding> ask(Issuer issuer, URI responder, Duration limit);
}
