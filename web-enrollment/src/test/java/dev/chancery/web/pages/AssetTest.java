package dev.chancery.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A style sheet or script")
final class AssetTest {
    private static final byte[] STYLE = "body { color: black; }\n".repeat(200).getBytes(StandardCharsets.UTF_8);

    private final Asset asset = new Asset("text/css; charset=utf-8", STYLE);

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br, zstd", "br;q=1.0, GZIP;q=0.8", "br,gzip ; q=0.001"})
    @DisplayName("is compressed for whoever takes it so")
    void compressed(String accepted) throws IOException {
        Reply reply = asset.reply(accepted);
        assertThat(reply.headers())
                .contains(Map.entry("Content-Encoding", "gzip"), Map.entry("Vary", "Accept-Encoding"));
        assertThat(reply.body()).hasSizeLessThan(STYLE.length / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes())
                .isEqualTo(STYLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.00", "xgzip"})
    @DisplayName("is as it is for others")
    void plain(String accepted) {
        Reply reply = asset.reply(accepted);
        assertThat(reply.headers())
                .contains(Map.entry("Vary", "Accept-Encoding"))
                .noneMatch(header -> header.getKey().equals("Content-Encoding"));
        assertThat(reply.body()).isEqualTo(STYLE);
    }
}
