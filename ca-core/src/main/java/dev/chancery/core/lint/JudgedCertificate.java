package dev.chancery.core.lint;

/** A certificate as the judge reads it: the raw elements, with what it is expected to be. */
public final class JudgedCertificate {}
