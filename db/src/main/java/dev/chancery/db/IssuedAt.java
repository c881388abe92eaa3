package dev.chancery.db;

/** A certificate and its record in the journal. */
record IssuedAt(IssuedCertificate certificate, Place place) {}
