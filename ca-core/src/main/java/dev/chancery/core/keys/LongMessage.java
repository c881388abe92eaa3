package dev.chancery.core.keys;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A message that is too long to be held. Hands over its octets part by part, and the same ones each time. */
@FunctionalInterface
public interface LongMessage {
    void feed(Consumer<ByteBuffer> reader);
}
