package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The object identifiers that nearly every certificate has, found by their octets: spelling them out anew for each
 * certificate takes longer than comparing them. Nothing depends on one being here.
 */
final class KnownIdentifiers {
    /** Content octets: names, keys and signatures, extensions, purposes, access methods. */
    static final List<String> HEX = List.of(
            "550403",
            "550406",
            "550407",
            "550408",
            "55040a",
            "55040b",
            "0992268993f22c640119",
            "2a864886f70d010101",
            "2a864886f70d01010b",
            "2a864886f70d01010c",
            "2a864886f70d01010d",
            "2a8648ce3d0201",
            "2a8648ce3d030107",
            "2b81040022",
            "2b81040023",
            "2a8648ce3d040302",
            "2a8648ce3d040303",
            "2a8648ce3d040304",
            "2b6570",
            "2b6571",
            "551d0e",
            "551d0f",
            "551d11",
            "551d13",
            "551d1f",
            "551d20",
            "551d23",
            "551d25",
            "2b06010505070101",
            "2b0601050507300105",
            "2b06010505070301",
            "2b06010505070302",
            "2b06010505070304",
            "2b06010505070308",
            "2b06010505070309",
            "2b06010505073001",
            "2b06010505073002",
            "2b060104018237140203");

    /** Much larger than the list, so that most are found, or not found, at the first look. */
    private static final int SLOTS = 256;

    private static final KnownIdentifiers ALL = new KnownIdentifiers();

    private final @Nullable Entry[] entries = new Entry[SLOTS];

    private record Entry(Der octets, String dotted) {}

    private KnownIdentifiers() {
        for (String hex : HEX) {
            Der octets = Der.fromHex(hex);
            DerCursor element = DerCursor.of(Der.fromHex(String.format("06%02x%s", octets.length(), hex)));
            int slot = slot(element);
            while (entries[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            // The one that the constants of rules are, so that comparing them takes one look.
            entries[slot] =
                    new Entry(octets, ObjectIdentifiers.spellOut(element, 0).intern());
        }
    }

    /** Dotted; null for any other. */
    static @Nullable String find(DerCursor identifier) {
        return ALL.look(identifier);
    }

    private @Nullable String look(DerCursor identifier) {
        int slot = slot(identifier);
        for (Entry known = entries[slot]; known != null; known = entries[slot]) {
            if (identifier.holds(known.octets)) {
                return known.dotted;
            }
            slot = (slot + 1) % SLOTS;
        }
        return null;
    }

    private static int slot(DerCursor identifier) {
        int hash = 0;
        for (int i = 0; i < identifier.contentLength(); i++) {
            hash = 31 * hash + identifier.octet(i);
        }
        return (hash ^ hash >>> 8 ^ hash >>> 16) & SLOTS - 1;
    }
}
