package dev.chancery.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The judge shares no code with the builder")
class JudgeIndependenceTest {
    /** What a compiled class refers to stands by name in its constant pool. */
    private static final List<String> BUILDERS = List.of(
            "org/bouncycastle",
            "dev/chancery/core/x509/EncodedCertificate",
            "dev/chancery/core/x509/SubjectName",
            "dev/chancery/core/issuance",
            "dev/chancery/core/profile",
            "dev/chancery/core/keys",
            "dev/chancery/core/crl");

    @Test
    @DisplayName("no class of it names Bouncy Castle, or one of ours that rests on it")
    void independent() throws IOException, URISyntaxException {
        Path root = Path.of(
                Linter.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> classes = Files.list(root.resolve("dev/chancery/core/lint"))) {
            List<Path> all =
                    classes.filter(path -> path.toString().endsWith(".class")).toList();
            assertThat(all).hasSizeGreaterThan(100);
            for (Path path : all) {
                String constants = Files.readString(path, StandardCharsets.ISO_8859_1);
                assertThat(BUILDERS).as(path.toString()).noneMatch(constants::contains);
            }
        }
    }

    @Test
    @DisplayName("and the certificate is read by the JDK's SUN provider, whatever else is installed")
    void readBySun() {
        JdkReading reading = JdkReading.of(Scenes.ecServer().certificate.certificate());
        assertThat(reading.certificate().orElseThrow().getClass().getName()).startsWith("sun.security.x509.");
    }
}
