package dev.chancery.server.command.files;

import dev.chancery.core.keys.Secret;
import dev.chancery.core.pfx.GeneratedKey;
import dev.chancery.core.pfx.PfxFormat;
import dev.chancery.core.x509.EncodedCertificate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A key with its certificate and chain, ready for a server.
 *
 * @param certificates the key's own first
 */
public record KeyBundle(GeneratedKey key, List<EncodedCertificate> certificates) {
    public KeyBundle {
        certificates = List.copyOf(certificates);
    }

    /** Key, certificate, chain, in the order that nginx, HAProxy and the like read. */
    public void writePem(OutputFile file) {
        byte[] keyPem = key.pem();
        byte[] rest = pem(certificates).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream all = new ByteArrayOutputStream(keyPem.length + rest.length);
        all.writeBytes(keyPem);
        all.writeBytes(rest);
        byte[] content = all.toByteArray();
        try {
            file.writePrivate(content);
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(keyPem, (byte) 0);
        }
    }

    /** @param friendlyName what a Windows store shows */
    public void writePfx(OutputFile file, String friendlyName, Secret password) {
        file.writePrivate(key.pfx(certificates, friendlyName, password, PfxFormat.MODERN));
    }

    /** The certificates one after the other. */
    public static String pem(List<EncodedCertificate> certificates) {
        StringBuilder all = new StringBuilder();
        certificates.forEach(certificate -> all.append(certificate.pem()));
        return all.toString();
    }
}
