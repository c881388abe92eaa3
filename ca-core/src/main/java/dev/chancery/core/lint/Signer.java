package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;

/**
 * Who signs.
 *
 * @param certificate the issuer's; for a root the judged certificate itself
 * @param publicKeyInfo DER of the SubjectPublicKeyInfo of the key that really signs
 */
record Signer(JudgedCertificate certificate, Der publicKeyInfo) {}
