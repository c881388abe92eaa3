/**
 * Who is asking, and may they: passwords, sessions, API tokens, client certificates, and the accounts behind them
 * (SECURITY.md rules 8 to 10 and 19 to 21).
 *
 * <p>May depend on ca-core and on {@code http}; knows no page and no endpoint. Start at {@link
 * dev.chancery.web.auth.FrontGate}, through which every request passes.
 */
@NullMarked
package dev.chancery.web.auth;

import org.jspecify.annotations.NullMarked;
