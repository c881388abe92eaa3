package dev.chancery.publisher;

import dev.chancery.core.fuzz.Fuzzed;
import dev.chancery.core.fuzz.Target;
import dev.chancery.publisher.ocsp.OcspRequestTarget;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;

@DisplayName("OCSP requests (SECURITY.md rule 24)")
final class PublisherFuzzTest extends Fuzzed {
    static Stream<Named<Class<? extends Target>>> targets() {
        return Stream.of(named(OcspRequestTarget.class));
    }
}
