package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a certificate is asked for with. */
record Wanted(String profile, List<String> dns, List<String> ip, Optional<String> subject, Optional<String> validity) {
    Wanted {
        dns = List.copyOf(dns);
        ip = List.copyOf(ip);
    }

    /** With an Idempotency-Key of its own, so that a repetition after a broken connection does not issue twice. */
    ApiRequest request(String csr, SecureRandom random) {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("profile", profile).put("csr", csr);
        if (!dns.isEmpty()) {
            dns.forEach(body.putArray("dns")::add);
        }
        if (!ip.isEmpty()) {
            ip.forEach(body.putArray("ip")::add);
        }
        subject.ifPresent(name -> body.put("subject", name));
        validity.ifPresent(length -> body.put("validity", length));
        byte[] key = new byte[16];
        random.nextBytes(key);
        return ApiRequest.post(body, "certificates")
                .idempotent("cli-" + HexFormat.of().formatHex(key));
    }

    /** The first name, for a store's list. */
    String firstName() {
        return !dns.isEmpty() ? dns.get(0) : !ip.isEmpty() ? ip.get(0) : subject.orElse(profile);
    }
}
