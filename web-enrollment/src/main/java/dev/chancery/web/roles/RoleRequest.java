package dev.chancery.web.roles;

import dev.chancery.core.role.PlannedCertificate;
import dev.chancery.core.x509.Der;
import java.util.Optional;

/**
 * A planned certificate that somebody asks for.
 *
 * @param csr as it came; empty where the key is still to be made
 * @param validity as written; empty for the profile's standard
 */
public record RoleRequest(PlannedCertificate planned, Optional<Der> csr, Optional<String> validity) {}
