package dev.chancery.publisher.ocsp;

import java.time.Duration;

/**
 * How long answers are good for, and how many are kept.
 *
 * @param lifetime from thisUpdate to nextUpdate; an answer that is kept is made anew after half of it
 * @param cachedAnswers signed answers in memory, about 1.5 KB each; those that nobody asks for go first
 */
public record OcspTerms(Duration lifetime, int cachedAnswers) {
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(10);

    public OcspTerms {
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the lifetime of OCSP answers is 5 minutes to 10 days, not " + lifetime);
        }
        if (cachedAnswers < 100 || cachedAnswers > 10_000_000) {
            throw new IllegalArgumentException("100 to 10,000,000 OCSP answers are kept, not " + cachedAnswers);
        }
    }

    public static OcspTerms standard() {
        return new OcspTerms(Duration.ofHours(12), 20_000);
    }
}
