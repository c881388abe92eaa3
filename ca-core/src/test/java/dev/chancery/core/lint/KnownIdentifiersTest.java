package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.DerCursor;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Object identifiers that are known by their octets")
class KnownIdentifiersTest {
    @Test
    @DisplayName("are found, once each, and read as they are spelled out")
    void found() {
        assertThat(KnownIdentifiers.HEX).doesNotHaveDuplicates().allSatisfy(hex -> {
            DerCursor identifier = identifier(Der.fromHex(hex).octets());
            assertThat(KnownIdentifiers.find(identifier)).isEqualTo(ObjectIdentifiers.spellOut(identifier, 0));
        });
        assertThat(KnownIdentifiers.HEX.stream()
                        .map(hex -> KnownIdentifiers.find(
                                identifier(Der.fromHex(hex).octets()))))
                .contains(
                        ObjectIdentifiers.COMMON_NAME,
                        ObjectIdentifiers.SUBJECT_ALT_NAME,
                        ObjectIdentifiers.BASIC_CONSTRAINTS,
                        ObjectIdentifiers.SERVER_AUTH,
                        ObjectIdentifiers.OCSP_NOCHECK,
                        ObjectIdentifiers.USER_PRINCIPAL_NAME);
    }

    @Test
    @Tag("slow")
    @DisplayName("are never taken for others, one octet away or at random")
    void others() {
        Random random = new Random(5280);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = Der.fromHex(KnownIdentifiers.HEX.get(i % KnownIdentifiers.HEX.size()))
                    .octets();
            octets[random.nextInt(octets.length)] = (byte) random.nextInt(128);
            DerCursor identifier = identifier(octets);
            assertThat(ObjectIdentifiers.dotted(identifier, 0)).isEqualTo(ObjectIdentifiers.spellOut(identifier, 0));
        }
    }

    private static DerCursor identifier(byte[] content) {
        return DerCursor.of(Der.ofOwned(Tlv.tlv(0x06, content)));
    }
}
