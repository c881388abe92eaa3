package dev.chancery.web.http;

/** Carries a problem out of nested reading to the router, which answers with it. Not a fault: it has no stack trace. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.status() + " " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
