package dev.chancery.publisher.fetchers;

import dev.chancery.core.crl.CrlNumber;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * What is remembered of a CRL that somebody has fetched.
 *
 * @param partition whose it is; empty for the full CRL
 * @param nextUpdate until when whoever keeps it may go by it
 */
public record FetchedCrl(String issuer, OptionalInt partition, CrlNumber number, Instant nextUpdate) {}
