package dev.chancery.server;

import dev.chancery.core.ceremony.KeyRequest;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.SubjectName;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** The server's request for a certificate of its own. */
final class OwnRequest {
    private OwnRequest() {}

    static Der pkcs10(SigningKey key, String commonName) {
        return KeyRequest.of(
                key,
                SubjectName.of(
                        new X500NameBuilder().addRDN(BCStyle.CN, commonName).build()));
    }
}
