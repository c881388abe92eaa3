/**
 * The port through which the pages ask how the server itself fares; the composition root answers.
 *
 * <p>May depend on nothing of ours. Start at {@link dev.chancery.web.house.HouseWatch}.
 */
@NullMarked
package dev.chancery.web.house;

import org.jspecify.annotations.NullMarked;
