/**
 * The REST API of CONTRACT.md and its OpenAPI document: one class per resource, and one per thing shown as JSON.
 *
 * <p>May depend on ca-core, {@code http}, {@code auth} and {@code crl}; a stranger to pages and to the other protocols.
 * Start at {@link dev.chancery.web.api.RestApi}, which lists every route.
 */
@NullMarked
package dev.chancery.web.api;

import org.jspecify.annotations.NullMarked;
