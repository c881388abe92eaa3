package dev.chancery.web;

import dev.chancery.core.fuzz.Fuzzed;
import dev.chancery.core.fuzz.Target;
import dev.chancery.web.api.BodyTarget;
import dev.chancery.web.http.FormTarget;
import dev.chancery.web.pages.view.AskedNamesTarget;
import dev.chancery.web.pages.view.ShownCertificateTarget;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;

@DisplayName("Bodies, forms, and what pages take from requests and certificates (SECURITY.md rule 24)")
final class WebFuzzTest extends Fuzzed {
    static Stream<Named<Class<? extends Target>>> targets() {
        return Stream.of(
                named(BodyTarget.class),
                named(FormTarget.class),
                named(AskedNamesTarget.class),
                named(ShownCertificateTarget.class));
    }
}
