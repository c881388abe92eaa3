package dev.chancery.core.ceremony;

import dev.chancery.core.keys.KeyAlgorithm;
import dev.chancery.core.profile.ValidityLength;
import dev.chancery.core.x509.SubjectName;
import java.net.URI;
import java.util.OptionalInt;

/**
 * A CA to be made.
 *
 * @param name short name for URLs and files, {@code issuing}
 * @param publicUrl base of the addresses in certificates, plain http
 */
public record CaPlan(
        String name,
        SubjectName subject,
        KeyAlgorithm key,
        ValidityLength validity,
        OptionalInt pathLength,
        URI publicUrl) {
    public CaPlan {
        if (!name.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?")) {
            throw new IllegalArgumentException(
                    "a CA's short name is 1 to 40 of a-z, 0-9 and '-', it stands in URLs: \"" + name + "\"");
        }
        if (!"http".equals(publicUrl.getScheme()) || publicUrl.getRawAuthority() == null) {
            throw new IllegalArgumentException("the public URL stands in certificates as the place of CRLs, which are"
                    + " fetched over plain http (RFC 5280 §8): write http://HOST or http://HOST:PORT, not \""
                    + publicUrl
                    + "\"");
        }
    }
}
