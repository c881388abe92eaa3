package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.config.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The profiles of a data directory")
class ConfigurationTest {
    @TempDir
    private Path work;

    private static List<String> names(DataDirectory data) throws IOException {
        try (Stream<Path> files = Files.list(data.profiles())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(ProfileFiles.SCHEMA))
                    .sorted()
                    .toList();
        }
    }

    @Test
    @DisplayName("are all of the shipped ones, even when the first start was killed between two of them")
    void cutShort() throws IOException {
        List<String> shipped = Shipped.profiles().keySet().stream().sorted().toList();
        DataDirectory data = DataDirectory.open(work.resolve("data"));
        Configuration.profiles(data);
        assertThat(names(data)).isEqualTo(shipped);
        Files.delete(data.profiles().resolve(shipped.get(1)));
        Files.createFile(data.profiles().resolve(".unfinished"));
        Configuration.profiles(data);
        assertThat(names(data)).isEqualTo(shipped);
    }

    @Test
    @DisplayName("stay as they are when somebody has chosen them")
    void chosen() throws IOException {
        DataDirectory data = DataDirectory.open(work.resolve("data"));
        Configuration.profiles(data);
        Files.delete(data.profiles().resolve(names(data).get(1)));
        List<String> chosen = names(data);
        Configuration.profiles(data);
        assertThat(names(data)).isEqualTo(chosen);
    }
}
