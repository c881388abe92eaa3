/**
 * Judges files from anywhere: certificates, chains, CRLs, requests and OCSP responses, in PEM, DER or PKCS #7. It opens them, finds out
 * what they hold and who issued what, and puts what lint and the judgement of keys find into words with a next step.
 *
 * <p>May depend on x509, csr and lint. Everything that it reads comes from strangers. Start at {@link
 * dev.chancery.core.inspection.FileInspector}.
 */
@NullMarked
package dev.chancery.core.inspection;

import org.jspecify.annotations.NullMarked;
