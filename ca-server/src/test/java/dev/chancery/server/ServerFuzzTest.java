package dev.chancery.server;

import dev.chancery.core.fuzz.Fuzzed;
import dev.chancery.core.fuzz.Target;
import dev.chancery.server.backup.ArchiveTarget;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;

@DisplayName("Settings, profiles and backups (SECURITY.md rule 24)")
final class ServerFuzzTest extends Fuzzed {
    static Stream<Named<Class<? extends Target>>> targets() {
        return Stream.of(named(YamlTarget.class), named(ArchiveTarget.class));
    }
}
