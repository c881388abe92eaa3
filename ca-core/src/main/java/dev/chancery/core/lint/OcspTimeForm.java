package dev.chancery.core.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parsers differ in what they make of anything else. */
final class OcspTimeForm extends BasicOcspRule {
    OcspTimeForm() {
        super(
                "ocsp-time-form",
                Severity.ERROR,
                "RFC 6960 §4.2.2.1, RFC 5019 §2.2.4",
                "thisUpdate",
                "Times are GeneralizedTime, Zulu, with seconds and without fractions.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        List<EncodedTime> times = new ArrayList<>(List.of(basic.producedAt()));
        for (OcspAnswer answer : basic.answers()) {
            times.add(answer.thisUpdate());
            answer.nextUpdate().ifPresent(times::add);
            answer.revocationTime().ifPresent(times::add);
        }
        for (EncodedTime time : times) {
            if (time.tag() != Asn1.GENERALIZED_TIME || time.instant().isEmpty()) {
                return wrong("the time " + Shown.quoted(time.text()) + " is of another form");
            }
        }
        return fine();
    }
}
