package dev.chancery.core.lint;

import java.util.Optional;

/** It is GeneralizedTime in every year, unlike all other times. */
final class CrlInvalidityDate extends CrlEntryRule {
    CrlInvalidityDate() {
        super(
                "crl-invalidity-date",
                Severity.ERROR,
                "RFC 5280 §5.3.2",
                "invalidityDate",
                "An invalidityDate is a GeneralizedTime, Zulu with seconds.");
    }

    @Override
    Optional<String> judge(CrlEntry entry, boolean delta) {
        Optional<EncodedTime> date = entry.extension(ObjectIdentifiers.INVALIDITY_DATE)
                .map(extension -> EncodedTime.read(extension.value(), "invalidityDate"));
        return date.isEmpty()
                        || date.get().tag() == Asn1.GENERALIZED_TIME
                                && date.get().instant().isPresent()
                ? fine()
                : wrong(entry.name() + " has the invalidityDate "
                        + Shown.quoted(date.get().text()));
    }
}
