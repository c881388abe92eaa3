package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The limit of open files")
class FileLimitTest {
    private static FileLimit of(String soft) {
        return FileLimit.of(List.of(
                "Limit                     Soft Limit           Hard Limit           Units     ",
                "Max open files            " + soft + "                 524288               files     "));
    }

    @Test
    @DisplayName("bounds connections, with room left for the server's own files")
    void bounds() {
        assertThat(of("1024").forConnections()).isEqualTo(768);
        assertThat(of("100").forConnections()).isEqualTo(128);
        assertThat(of("unlimited").forConnections()).isGreaterThan(1_000_000);
        assertThat(FileLimit.of(List.of()).forConnections()).isEqualTo(3840);
        assertThat(FileLimit.ofThisProcess().forConnections()).isPositive();
    }
}
