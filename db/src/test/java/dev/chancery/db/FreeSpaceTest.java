package dev.chancery.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Free space")
class FreeSpaceTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("is warned of below one gibibyte, with the place and what follows")
    void warning() {
        assertThat(new FreeSpace(directory, any -> 1L << 30).warning()).isEmpty();
        assertThat(new FreeSpace(directory, any -> (1L << 30) - 1).warning().orElseThrow())
                .contains("1,023 MiB")
                .contains(directory.toString())
                .contains("make room");
    }

    @Test
    @DisplayName("is asked of the file system")
    void real() {
        FreeSpace space = new FreeSpace(directory, FreeSpace.Disk.real());
        assertThat(space.octets()).isPositive();
        space.look();
    }
}
