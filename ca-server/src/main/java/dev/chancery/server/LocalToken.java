package dev.chancery.server;

import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** {@code admin.token}: lets whoever can read the data directory administer the server, with every role. */
record LocalToken(String sha256Hex) {
    private static final int OCTETS = 32;

    /** Reads the token, or makes one. */
    static LocalToken open(Path file, SecureRandom random) {
        if (!Files.exists(file)) {
            byte[] octets = new byte[OCTETS];
            random.nextBytes(octets);
            DataDirectory.write(
                    file, "chy_" + Base64.getUrlEncoder().withoutPadding().encodeToString(octets) + "\n");
        }
        try {
            String token = Files.readString(file).strip();
            if (token.length() < OCTETS) {
                throw new StartRefusedException(file + " holds no token. Delete it; the next start makes a new one.");
            }
            return new LocalToken(
                    Der.ofOwned(token.getBytes(StandardCharsets.UTF_8)).sha256().hex());
        } catch (IOException e) {
            throw new StartRefusedException("The token file " + file + " cannot be read: " + e, e);
        }
    }
}
