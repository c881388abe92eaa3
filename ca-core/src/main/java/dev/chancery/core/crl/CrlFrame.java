package dev.chancery.core.crl;

import java.time.Instant;

/** Everything about a CRL but its entries; times in whole seconds. */
record CrlFrame(
        CrlScope scope,
        CrlNumber number,
        Instant signedAt,
        Instant thisUpdate,
        Instant nextUpdate,
        Instant nextPublish) {}
