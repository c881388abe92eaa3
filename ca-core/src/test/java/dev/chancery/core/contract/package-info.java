/**
 * What every implementation of a port must do: one abstract test for each port, run over the fakes in memory here and
 * over the real stores in db.
 *
 * <p>May depend on the packages that own the ports. Start at {@link dev.chancery.core.contract.PortsContract}.
 */
@NullMarked
package dev.chancery.core.contract;

import org.jspecify.annotations.NullMarked;
