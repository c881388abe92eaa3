package dev.chancery.web.http;

/** How a problem is shown. */
@FunctionalInterface
public interface ProblemView {
    Reply show(Problem problem, RequestHead head, Visitor visitor);
}
