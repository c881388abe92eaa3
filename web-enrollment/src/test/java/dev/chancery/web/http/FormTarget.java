package dev.chancery.web.http;

import dev.chancery.core.fuzz.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Forms, queries and JSON: the first line of the input says which, and is the Content-Type or the path. */
public final class FormTarget implements Target {
    private static final RouteTable ROUTES =
            new RouteTable(Stream.of("/", "/users/{name}", "/certificates/{serial}.pem")
                    .map(path -> Route.page(Method.GET, path, Access.open(), exchange -> Reply.seeOther("/")))
                    .toList());

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "application/x-www-form-urlencoded\nprofile=tls-server&names=a.b%20c%C3%BC&csr=-----BEGIN+X-----",
                        "multipart/form-data; boundary=AaB03x\n--AaB03x\r\nContent-Disposition: form-data; name=\"csr\"; "
                                + "filename=\"a.csr\"\r\nContent-Type: application/pkcs10\r\n\r\nabc\r\n--AaB03x\r\n"
                                + "Content-Disposition: form-data; name=\"profile\"\r\n\r\ntls\r\n--AaB03x--\r\n",
                        "application/json\n{\"profile\":\"tls\",\"dns\":[\"a\",\"\\u00fc\"],\"n\":-1.5e3,\"x\":{\"y\":null}}",
                        "/certificates/4f1a09.pem\nsearch=a%2Eb&status=valid&limit=10&cursor=%E2%82%AC",
                        "/users/a%2Fb%00\nx")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public boolean read(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int line = text.indexOf('\n');
        String first = line < 0 ? "" : text.substring(0, line);
        byte[] rest = text.substring(line + 1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return first.startsWith("/") ? address(first, rest) : body(first, rest);
        } catch (ProblemException e) {
            return e.problem().status() < 400 || e.problem().status() > 499;
        }
    }

    private static boolean address(String path, byte[] query) {
        Parameters parameters = Parameters.urlEncoded(new String(query, StandardCharsets.UTF_8), "query");
        boolean shown = parameters.names().stream()
                .allMatch(name -> LogText.escape(parameters.text(name).orElse("")) != null);
        Optional<RouteTable.Match> match = ROUTES.find("GET", path);
        return shown && match.isPresent() == !ROUTES.methods(path).isEmpty();
    }

    private static boolean body(String type, byte[] octets) {
        RequestHead head = Requests.head("POST", "/", "Content-Type", type);
        Exchange exchange = Exchange.of(head, java.util.Map.of(), Body.of(octets));
        if (type.startsWith("application/json")) {
            return !exchange.json().toString().isEmpty();
        }
        Form form = exchange.form();
        return form.text("profile").isPresent() || form.upload("csr").isPresent();
    }
}
