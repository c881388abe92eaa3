/**
 * What a topology of servers needs: role templates with their expressions, and the plan that follows from them.
 *
 * <p>A role is data; nothing here knows one by name. May depend on x509. Start at {@link dev.chancery.core.role.Planner}.
 */
@NullMarked
package dev.chancery.core.role;

import org.jspecify.annotations.NullMarked;
