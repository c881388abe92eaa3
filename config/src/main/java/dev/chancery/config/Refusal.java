package dev.chancery.config;

import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;

/** Tells a value that was refused, which is the user's mistake, from code that broke, which is ours. */
final class Refusal {
    private Refusal() {}

    /** The refusal as an exception to report; a fault of the invoked code goes on as it is. */
    static IllegalArgumentException of(Class<?> type, InvocationTargetException thrown) {
        Throwable cause = thrown.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException fault && !isRefusal(fault)) {
            throw fault;
        }
        String reason = cause == null ? null : cause.getMessage();
        boolean silent = reason == null || reason.isBlank();
        return new IllegalArgumentException(silent ? "is refused by " + type.getSimpleName() : reason, cause);
    }

    private static boolean isRefusal(RuntimeException thrown) {
        return thrown instanceof IllegalArgumentException
                || thrown instanceof DateTimeException
                || thrown instanceof ArithmeticException;
    }
}
