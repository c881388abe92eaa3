package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What a field takes, and what it refuses with which words. */
final class Edges {
    private Edges() {}

    static void good(Supplier<?> make) {
        assertThatCode(make::get).doesNotThrowAnyException();
    }

    static void bad(String words, Supplier<?> make) {
        assertThatThrownBy(make::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    static <T> List<T> many(int number, Function<Integer, T> make) {
        return IntStream.range(0, number).boxed().map(make).toList();
    }
}
