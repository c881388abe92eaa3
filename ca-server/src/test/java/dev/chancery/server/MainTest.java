package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.server.command.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@DisplayName("A fault that nobody foresaw")
final class MainTest {
    @Command(name = "fail")
    private static final class Failing implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("the sky has fallen");
        }
    }

    private static String errors(Map<String, String> environment) {
        Surroundings here = new Surroundings(
                Clock.systemUTC(),
                ZoneOffset.UTC,
                new SecureRandom(),
                environment,
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                Optional.empty(),
                false);
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine(here).addSubcommand(new Failing());
        line.setErr(new PrintWriter(err));
        assertThat(line.execute("fail")).isEqualTo(1);
        return err.toString();
    }

    @Test
    @DisplayName("is one plain line that says where the details are to be had")
    void oneLine() {
        assertThat(errors(Map.of()).lines())
                .singleElement()
                .asString()
                .contains("the sky has fallen", "CHANCERY_DEBUG=1")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("shows its place in the program when that is asked for")
    void details() {
        assertThat(errors(Map.of("CHANCERY_DEBUG", "1"))).contains("the sky has fallen", "at dev.chancery.server.");
    }
}
