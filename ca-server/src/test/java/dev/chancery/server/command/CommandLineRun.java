package dev.chancery.server.command;

import dev.chancery.core.keys.Secret;
import dev.chancery.core.x509.Der;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs commands as the program does, at a fixed moment, and keeps what they print. */
final class CommandLineRun {
    static final Instant NOW = Instant.parse("2026-10-02T12:00:00Z");

    private final Deque<String> passwords = new ArrayDeque<>();
    private final Map<String, String> environment = new HashMap<>();
    private boolean person;
    private byte[] input = new byte[0];

    /** @param binary what went to standard output as octets */
    record Result(int code, String out, String err, Der binary) {}

    @Command(name = "chancery")
    private static final class Root implements Runnable {
        @Override
        public void run() {}
    }

    CommandLineRun standardInput(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    CommandLineRun environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Somebody sits at the console and types these. */
    CommandLineRun typing(String... typed) {
        person = true;
        passwords.addAll(List.of(typed));
        return this;
    }

    Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayOutputStream binary = new ByteArrayOutputStream();
        CommandLine line = new CommandLine(new Root());
        Commands.addTo(
                line,
                new Surroundings(
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        ZoneOffset.UTC,
                        new SecureRandom(),
                        Map.copyOf(environment),
                        new ByteArrayInputStream(input),
                        binary,
                        person ? Optional.of(question -> Secret.of(passwords.remove())) : Optional.empty(),
                        false),
                (storage, vault, data, ca, key, days) -> {
                    throw new AssertionError("no key is at hand here");
                });
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        return new Result(code, out.toString(), err.toString(), Der.ofOwned(binary.toByteArray()));
    }
}
