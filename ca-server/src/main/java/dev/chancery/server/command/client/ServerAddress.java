package dev.chancery.server.command.client;

import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.EncodedCertificate;
import java.net.URI;
import java.util.List;

/**
 * A server and how to speak with it.
 *
 * @param api HTTPS address
 * @param publications where CRLs and CA certificates are read; plain HTTP where that address is known
 * @param roots the only ones believed; empty for those of the system
 * @param foundIn where the address comes from, for messages: {@code data/server.json}
 * @param tokenFrom where the token comes from, for messages
 * @param start the command that would start it, for messages; empty for a server elsewhere
 */
public record ServerAddress(
        URI api,
        URI publications,
        List<EncodedCertificate> roots,
        Secret token,
        String tokenFrom,
        String foundIn,
        String start) {
    public ServerAddress {
        roots = List.copyOf(roots);
    }
}
