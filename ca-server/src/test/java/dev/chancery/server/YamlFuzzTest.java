package dev.chancery.server;

import dev.chancery.core.fuzz.Fuzzed;
import dev.chancery.core.fuzz.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;

@DisplayName("Settings and profiles (SECURITY.md rule 24)")
final class YamlFuzzTest extends Fuzzed {
    static Stream<Named<Class<? extends Target>>> targets() {
        return Stream.of(named(YamlTarget.class));
    }
}
