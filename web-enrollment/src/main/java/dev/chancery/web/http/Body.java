package dev.chancery.web.http;

/** The body of a request, read when somebody asks for it and never beyond a limit. */
@FunctionalInterface
public interface Body {
    /**
     * All of it; the same octets again at a second call.
     *
     * @throws ProblemException 413 when it is longer than {@code limit}, 408 when it comes too slowly
     */
    byte[] read(int limit);

    static Body of(byte[] octets) {
        return limit -> {
            if (octets.length > limit) {
                throw tooLarge(limit);
            }
            return octets;
        };
    }

    static ProblemException tooLarge(int limit) {
        return new ProblemException(Problem.of(
                413, "The request's body is too large: at most " + limit / 1024 + " KiB (" + limit + " octets) here."));
    }
}
