package dev.chancery.core.fuzz;

import java.util.List;

/** A parser under fire. Implementations are public and have a public constructor without parameters, for Jazzer. */
public interface Target {
    /** Good inputs and interesting bad ones; damage begins with them. */
    List<byte[]> seeds();

    /**
     * Reads the input and whatever is asked of its result afterwards. Takes any octets: what this raises is a defect, so it
     * catches exactly what the parser's documentation says that it throws for bad input.
     *
     * @return whether the parser took it for good
     */
    boolean read(byte[] input);
}
