package dev.chancery.core.enrollment;

import dev.chancery.core.profile.Wishes;
import dev.chancery.core.x509.Der;
import java.util.Optional;

/**
 * Bytes and wishes from outside, unjudged.
 *
 * @param csr PKCS#10 as it came: PEM, bare base64 or DER
 */
public record EnrollmentRequest(String profile, Der csr, Wishes wishes, Optional<String> idempotencyKey) {}
