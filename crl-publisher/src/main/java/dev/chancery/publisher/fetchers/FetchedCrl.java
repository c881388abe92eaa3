package dev.chancery.publisher.fetchers;

import dev.chancery.core.crl.CrlNumber;
import java.time.Instant;

/**
 * What is remembered of a CRL that somebody has fetched.
 *
 * @param nextUpdate until when whoever keeps it may go by it
 */
public record FetchedCrl(String issuer, CrlNumber number, Instant nextUpdate) {}
