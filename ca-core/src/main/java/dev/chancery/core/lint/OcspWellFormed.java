package dev.chancery.core.lint;

import java.util.Optional;

/** Reading is the judgement; what is left to look at here is what is signed. */
final class OcspWellFormed extends OcspRule {
    private static final int MAXIMUM_DEPTH = 32;
    private static final int MAXIMUM_ELEMENTS = 20_000;

    OcspWellFormed() {
        super(
                "ocsp-well-formed",
                Severity.ERROR,
                "RFC 6960 §4.2.1",
                "ocspResponse",
                "The octets are one DER element, nested at most 32 deep, with the outline of a response.");
    }

    @Override
    Optional<String> judge(JudgedOcsp response) {
        response.basic().ifPresent(basic -> {
            basic.root().walk(MAXIMUM_DEPTH, MAXIMUM_ELEMENTS);
            basic.allExtensions()
                    .forEach(list -> list.forEach(
                            extension -> extension.octets().wrapped().walk(MAXIMUM_DEPTH, MAXIMUM_ELEMENTS)));
        });
        return fine();
    }
}
