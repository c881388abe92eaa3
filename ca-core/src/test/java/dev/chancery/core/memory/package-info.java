/**
 * The core's ports in memory: fakes that keep every promise of the real stores but surviving the process.
 *
 * <p>For tests of every module; they travel in ca-core's test-jar. May depend on the packages that own the ports. Start
 * at {@link dev.chancery.core.memory.MemoryStores}.
 */
@NullMarked
package dev.chancery.core.memory;

import org.jspecify.annotations.NullMarked;
