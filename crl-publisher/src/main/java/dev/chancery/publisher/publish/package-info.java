/**
 * Where CRLs are put: a directory with atomic replacement, and the copy in memory that is served.
 *
 * <p>May depend on ca-core. Start at {@link dev.chancery.publisher.publish.CrlDirectory}.
 */
@NullMarked
package dev.chancery.publisher.publish;

import org.jspecify.annotations.NullMarked;
