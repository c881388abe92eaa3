package dev.chancery.db;

import dev.chancery.core.fuzz.Fuzzed;
import dev.chancery.core.fuzz.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;

@DisplayName("Lines of the journal (SECURITY.md rule 24)")
final class JournalFuzzTest extends Fuzzed {
    static Stream<Named<Class<? extends Target>>> targets() {
        return Stream.of(named(JournalLineTarget.class));
    }
}
