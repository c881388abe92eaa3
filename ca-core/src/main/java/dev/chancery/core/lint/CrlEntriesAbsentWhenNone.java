package dev.chancery.core.lint;

import java.util.Optional;

/** Strict decoders refuse the empty list. */
final class CrlEntriesAbsentWhenNone extends CrlRule {
    CrlEntriesAbsentWhenNone() {
        super(
                "crl-entries-absent-when-none",
                Severity.ERROR,
                "RFC 5280 §5.1.2.6",
                "revokedCertificates",
                "revokedCertificates is absent when nothing is revoked.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl) {
        return crl.fields().revoked().map(list -> list.contentLength() == 0).orElse(false)
                ? wrong("revokedCertificates is present and empty")
                : fine();
    }
}
