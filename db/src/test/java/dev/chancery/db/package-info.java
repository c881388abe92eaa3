/** Tests of the stores. */
@NullMarked
package dev.chancery.db;

import org.jspecify.annotations.NullMarked;
