package dev.chancery.core.lint;

import java.util.Optional;

/** It logs its holder on to Windows as that user (ESC1). */
final class UpnGranted extends ExpectationRule {
    UpnGranted() {
        super(
                "upn-granted",
                Severity.ERROR,
                "MS-PKCA §3.1.5.2.1",
                "subjectAltName",
                "A user principal name stands there only when its profile granted it.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Expectation expectation) {
        for (GeneralName name : certificate.standard().namesOrNone()) {
            if (name.upn() && !expectation.names().contains(name.label())) {
                return wrong("the user principal name " + Shown.quoted(name.label()) + " was not granted");
            }
        }
        return fine();
    }
}
