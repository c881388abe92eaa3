package dev.chancery.server;

import dev.chancery.core.x509.EncodedCertificate;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code server.json}: where the running server is found, for the command line on the same machine. */
final class ServerDescription {
    private ServerDescription() {}

    /** Written when the listeners accept; whoever reads it can connect. */
    static void write(DataDirectory data, Listeners listeners, String host, EncodedCertificate root) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pid", ProcessHandle.current().pid());
        fields.put("httpUrl", "http://" + name + ":" + listeners.httpPort());
        fields.put("httpsUrl", "https://" + name + ":" + listeners.httpsPort());
        fields.put("root", root.pem());
        DataDirectory.write(
                data.serverDescription(),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n");
    }
}
