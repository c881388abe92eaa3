package dev.chancery.web.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jetty.util.URIUtil;

/** Finds the route of a request. */
final class RouteTable {
    private final List<Route> routes;

    RouteTable(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingInt((Route route) -> route.path().specificity())
                        .reversed())
                .toList();
        List<String> labels = routes.stream().map(Route::label).toList();
        labels.stream()
                .filter(label -> labels.indexOf(label) != labels.lastIndexOf(label))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalArgumentException("two routes for " + twice);
                });
    }

    record Match(Route route, Map<String, String> variables) {}

    /** @param path percent-encoded */
    Optional<Match> find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        return matches(path).stream()
                .filter(match -> match.route().method().name().equals(wanted))
                .findFirst();
    }

    /** What {@code Allow} says for a path (RFC 9110 §10.2.1); empty when the path is unknown. */
    List<String> methods(String path) {
        TreeSet<String> names = new TreeSet<>();
        for (Match match : matches(path)) {
            names.add(match.route().method().name());
            if (match.route().method() == Method.GET) {
                names.add("HEAD");
            }
        }
        return List.copyOf(names);
    }

    /** Most specific first, and only those as specific as the best: {@code /users/me} hides {@code /users/{name}}. */
    private List<Match> matches(String path) {
        List<String> segments = decoded(path);
        List<Match> found = new ArrayList<>();
        for (Route route : routes) {
            if (!found.isEmpty()
                    && route.path().specificity() < found.get(0).route().path().specificity()) {
                break;
            }
            route.path().match(segments).ifPresent(variables -> found.add(new Match(route, variables)));
        }
        return found;
    }

    private static List<String> decoded(String path) {
        if (!path.startsWith("/")) {
            return List.of();
        }
        try {
            return PathTemplate.split(path).stream().map(RouteTable::decode).toList();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.badRequest("The path is not well encoded."));
        }
    }

    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        String decoded = URIUtil.decodePath(segment);
        if (decoded.contains("\ufffd")) {
            throw new IllegalArgumentException("not UTF-8");
        }
        return decoded;
    }
}
