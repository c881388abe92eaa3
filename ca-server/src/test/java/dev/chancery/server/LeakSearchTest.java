package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The search for a secret in what was sent")
class LeakSearchTest {
    private static final byte[] SECRET = new byte[48];

    static {
        new Random(7).nextBytes(SECRET);
    }

    static Stream<Map.Entry<String, Function<byte[], String>>> ways() {
        return Stream.of(
                Map.entry("octets", octets -> new String(octets, StandardCharsets.ISO_8859_1)),
                Map.entry("hexadecimal", octets -> HexFormat.of().formatHex(octets)),
                Map.entry(
                        "capital hexadecimal",
                        octets -> HexFormat.of().withUpperCase().formatHex(octets)),
                Map.entry("base64", octets -> Base64.getEncoder().encodeToString(octets)),
                Map.entry(
                        "base64 in lines",
                        octets -> Base64.getMimeEncoder(16, new byte[] {'\n'}).encodeToString(octets)),
                Map.entry("base64url", octets -> Base64.getUrlEncoder().encodeToString(octets)),
                Map.entry(
                        "percent-encoded base64",
                        octets ->
                                URLEncoder.encode(Base64.getEncoder().encodeToString(octets), StandardCharsets.UTF_8)),
                Map.entry(
                        "percent-encoded octets",
                        octets -> HexFormat.ofDelimiter("").withPrefix("%").formatHex(octets)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    @DisplayName("finds a part of it at any place, however it is written")
    void finds(Map.Entry<String, Function<byte[], String>> way) {
        for (int before = 0; before < 3; before++) {
            byte[] sent = new byte[before + 24];
            System.arraycopy(SECRET, 10, sent, before, 24);
            assertThat(new LeakSearch("POST /x " + way.getValue().apply(sent) + " end").found(SECRET))
                    .as(way.getKey() + " behind " + before)
                    .isNotEmpty();
        }
    }

    @Test
    @DisplayName("finds nothing where there is nothing")
    void nothing() {
        byte[] other = new byte[4096];
        new Random(8).nextBytes(other);
        ways().forEach(way -> assertThat(
                        new LeakSearch(way.getValue().apply(other) + Arrays.toString(other)).found(SECRET))
                .isEmpty());
    }
}
