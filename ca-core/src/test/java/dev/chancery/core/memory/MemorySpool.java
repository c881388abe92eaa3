package dev.chancery.core.memory;

import dev.chancery.core.crl.CrlOctets;
import dev.chancery.core.crl.CrlSpool;
import dev.chancery.core.x509.Der;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/** Sheets in memory, for CRLs that fit there. */
public final class MemorySpool implements CrlSpool {
    @Override
    public Sheet sheet() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        return new Sheet() {
            @Override
            public void write(ByteBuffer octets) {
                byte[] copy = new byte[octets.remaining()];
                octets.get(copy);
                written.writeBytes(copy);
            }

            @Override
            public Written end() {
                return new Written(endUnkept(), CompletableFuture.completedFuture(null));
            }

            @Override
            public CrlOctets endUnkept() {
                return CrlOctets.of(Der.ofOwned(written.toByteArray()));
            }

            @Override
            public void close() {
                written.reset();
            }
        };
    }
}
