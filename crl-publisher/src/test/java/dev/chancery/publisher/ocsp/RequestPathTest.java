package dev.chancery.publisher.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 6960 appendix A.1: the base64 of a GET")
class RequestPathTest {
    private static final Random RANDOM = new Random(3);

    private static byte[] some(int length) {
        byte[] octets = new byte[length];
        RANDOM.nextBytes(octets);
        if (length > 0) {
            octets[0] = 0x30;
        }
        return octets;
    }

    @Test
    @DisplayName(
            "is read in every spelling: encoded, raw, without padding, in the URL's alphabet, behind doubled slashes")
    void spellings() {
        for (int i = 0; i < 2_000; i++) {
            byte[] octets = some(1 + i % 120);
            String raw = Base64.getEncoder().encodeToString(octets);
            String encoded = URLEncoder.encode(raw, StandardCharsets.US_ASCII);
            for (String spelling : new String[] {
                raw,
                encoded,
                encoded.toLowerCase(java.util.Locale.ROOT).equals(encoded) ? encoded : encoded.replace("%2B", "%2b"),
                raw.replace("=", ""),
                Base64.getUrlEncoder().encodeToString(octets),
                "/" + raw,
                "//" + encoded,
                raw.replace("+", "%20"),
                Base64.getMimeEncoder().encodeToString(octets).replace("\r\n", "%0D%0A")
            }) {
                assertThat(RequestPath.decode("/ocsp/" + spelling, 6))
                        .as(spelling)
                        .isEqualTo(octets);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "M", "MA=A", "MA===", "M%", "M%2", "M%GG", "M.A", "Mä", "MA=%20=", "MAAAA"})
    @DisplayName("is nothing when it is something else")
    void nothing(String text) {
        assertThat(RequestPath.decode("/ocsp/" + text, 6)).isEmpty();
    }
}
