package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import dev.chancery.server.Logging.LogFormat;
import dev.chancery.server.Logging.LogLevel;
import dev.chancery.server.Logging.LogSettings;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The log (SECURITY.md rule 25)")
class LoggingTest {
    private final LoggerContext context = new LoggerContext();

    private Logger jetty(LogLevel level, String name) {
        Logging.configure(context, new LogSettings(level, LogFormat.TEXT));
        return context.getLogger("org.eclipse.jetty." + name);
    }

    @Test
    @DisplayName("has one line for a message, whatever control, line or bidirectional characters it holds")
    void oneLine() {
        Logger logger = context.getLogger("test");
        LoggingEvent event =
                new LoggingEvent("", logger, Level.WARN, "a\nb\u0085c\u009bd\u2028e\u202ef\u061cgé{}", null, null);
        String line = new String(Logging.text(context).encode(event), StandardCharsets.UTF_8);
        assertThat(line).endsWith("a?b?c?d?e?f?gé{}" + System.lineSeparator()).hasLineCount(1);
    }

    @Test
    @DisplayName("has no line for each malformed request, unless it is asked for")
    void strangers() {
        for (String name : new String[] {"util.HostPort", "http.HttpParser"}) {
            assertThat(jetty(LogLevel.INFO, name).isWarnEnabled()).as(name).isFalse();
            assertThat(jetty(LogLevel.WARN, name).isWarnEnabled()).as(name).isFalse();
            assertThat(jetty(LogLevel.DEBUG, name).isDebugEnabled()).as(name).isTrue();
        }
        assertThat(jetty(LogLevel.INFO, "server.Server").isWarnEnabled()).isTrue();
    }
}
