package dev.chancery.core.x509;

import dev.chancery.core.fuzz.Target;
import dev.chancery.core.x509.DerCursor.MalformedDerException;
import java.util.HexFormat;
import java.util.List;

/** The strict walk over DER, and then over every element by hand. */
public final class DerTarget implements Target {
    @Override
    public List<byte[]> seeds() {
        byte[] deep = new byte[64];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) (deep.length - i - 2);
        }
        HexFormat hex = HexFormat.of();
        return List.of(
                deep,
                hex.parseHex("3000"),
                hex.parseHex("300d06092a864886f70d01010b0500"),
                hex.parseHex("3012a003020102020401020304300506032b6570"),
                hex.parseHex("30818a" + "048187" + "5a".repeat(0x87)));
    }

    @Override
    public boolean read(byte[] input) {
        try {
            DerCursor.walk(input, 32, 10_000);
            return visit(DerCursor.of(input)) > 0;
        } catch (MalformedDerException e) {
            return false;
        }
    }

    private static int visit(DerCursor element) {
        int octets = element.content().length + element.encoded().length() + element.tag();
        if (element.constructed()) {
            for (DerCursor child : element.children()) {
                octets += visit(child);
            }
        }
        return octets;
    }
}
