/**
 * Topologies as people write them, requests for all their certificates at once, and the archive that comes of it; shared
 * by the REST API and the pages.
 *
 * <p>May depend on ca-core and on http. Start at {@link dev.chancery.web.roles.RoleRequests}.
 */
@NullMarked
package dev.chancery.web.roles;

import org.jspecify.annotations.NullMarked;
