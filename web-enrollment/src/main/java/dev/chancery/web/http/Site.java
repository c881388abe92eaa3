package dev.chancery.web.http;

import java.util.List;

/** A web application as the composition sees it: its routes, and how it words an error. */
public interface Site {
    /** Served over HTTPS. */
    List<Route> routes();

    /** Served over plain HTTP as well; open to everybody, without cookies. */
    List<Route> plainRoutes();

    ProblemView problems();
}
