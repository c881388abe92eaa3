package dev.chancery.web.crl;

import java.time.Duration;
import java.util.Optional;

/**
 * When the CRLs of a CA come.
 *
 * @param interval between two full ones
 * @param lifetime from thisUpdate to nextUpdate of a full one
 * @param delta interval of delta CRLs; empty when there are none
 * @param digest how soon after a revocation one follows at the latest; empty when a revocation waits for the schedule
 */
public record CrlTimes(Duration interval, Duration lifetime, Optional<Duration> delta, Optional<Duration> digest) {}
