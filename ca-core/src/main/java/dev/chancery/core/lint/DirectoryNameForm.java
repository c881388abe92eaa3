package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** An empty one is no identity. */
final class DirectoryNameForm extends NamesRule {
    DirectoryNameForm() {
        super(
                "san-directory-name-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.6",
                "A directoryName is a name that is not empty.");
    }

    @Override
    Optional<String> judge(List<GeneralName> names) {
        for (GeneralName name : names) {
            if (name.tag() == GeneralName.DIRECTORY_NAME
                    && EncodedName.read(name.element().wrapped()).isEmpty()) {
                return wrong("a directoryName is empty");
            }
        }
        return fine();
    }
}
