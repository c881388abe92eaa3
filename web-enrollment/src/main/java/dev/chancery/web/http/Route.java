package dev.chancery.web.http;

/** One method on one path: who may use it, and what answers. */
public record Route(Method method, PathTemplate path, Door door, Access access, Endpoint endpoint) {

    /** Answers a request that the door has let in. Runs on Jetty's pool and may block. */
    @FunctionalInterface
    public interface Endpoint {
        Reply answer(Exchange exchange);
    }

    public static Route api(Method method, String path, Access access, Endpoint endpoint) {
        return new Route(method, PathTemplate.of(path), Door.API, access, endpoint);
    }

    public static Route page(Method method, String path, Access access, Endpoint endpoint) {
        return new Route(method, PathTemplate.of(path), Door.PAGE, access, endpoint);
    }

    /** {@code POST /api/v1/certificates}. */
    public String label() {
        return method + " " + path;
    }
}
