package dev.chancery.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Arrays;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's log on standard error: lines for people, or a JSON object per line for machines. */
final class Logging {
    private Logging() {}

    /**
     * What is logged, and how.
     *
     * @param level {@code error} to {@code trace}
     * @param format {@code text} or {@code json}
     */
    record LogSettings(LogLevel level, LogFormat format) {
        public static LogSettings defaults() {
            return new LogSettings(LogLevel.INFO, LogFormat.TEXT);
        }
    }

    enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    enum LogFormat {
        TEXT,
        JSON
    }

    static void configure(LogSettings settings) {
        configure((LoggerContext) LoggerFactory.getILoggerFactory(), settings);
    }

    static void configure(LoggerContext context, LogSettings settings) {
        context.reset();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(settings.format() == LogFormat.JSON ? json(context) : text(context));
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(Level.toLevel(settings.level().name().toLowerCase(Locale.ROOT)));
        for (String chatty : Arrays.asList("org.eclipse.jetty", "org.flywaydb", "com.zaxxer", "org.jdbi")) {
            context.getLogger(chatty)
                    .setLevel(settings.level().compareTo(LogLevel.DEBUG) >= 0 ? Level.DEBUG : Level.WARN);
        }
        // These warn of every malformed request, with pieces of it: whoever can connect could fill the log.
        for (String ofStrangers :
                Arrays.asList("org.eclipse.jetty.http.HttpParser", "org.eclipse.jetty.util.HostPort")) {
            context.getLogger(ofStrangers)
                    .setLevel(settings.level().compareTo(LogLevel.DEBUG) >= 0 ? Level.DEBUG : Level.ERROR);
        }
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithArguments(false);
        encoder.setWithContext(false);
        encoder.setWithFormattedMessage(true);
        encoder.setWithMessage(false);
        encoder.setWithSequenceNumber(false);
        encoder.start();
        return encoder;
    }

    static Encoder<ILoggingEvent> text(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        // Control and bidirectional characters in a client's text must not forge log lines (SECURITY.md rule 25).
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{0}: "
                + "%replace(%msg){'[\\p{Cc}\\p{Cf}\\u2028\\u2029]','?'}%n%ex{12}");
        encoder.start();
        return encoder;
    }
}
