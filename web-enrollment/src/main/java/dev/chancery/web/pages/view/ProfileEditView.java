package dev.chancery.web.pages.view;

import dev.chancery.web.pages.view.CertificateView.Decoded;
import java.util.List;
import java.util.Optional;

/**
 * A profile being written: form and YAML side by side, and what would change.
 *
 * @param path where the form goes
 * @param name of the profile; empty while a new one has none
 * @param basis number of the version that is being changed; 0 for a new profile
 * @param text the YAML
 * @param sections the form
 * @param mistakes that keep it from being saved
 * @param error what else does, possibly empty
 * @param preview what saving would do; empty until it was asked for
 */
public record ProfileEditView(
        Frame frame,
        String path,
        String back,
        String name,
        int basis,
        String text,
        String why,
        List<Section> sections,
        List<MistakeRow> mistakes,
        String error,
        Optional<Preview> preview) {
    public ProfileEditView {
        sections = List.copyOf(sections);
        mistakes = List.copyOf(mistakes);
    }

    public boolean isNew() {
        return basis == 0;
    }

    /**
     * Keys that belong together.
     *
     * @param open whether they are seen at once
     */
    public record Section(String title, boolean open, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A key.
     *
     * @param kind {@code text}, {@code number}, {@code choice}, {@code choices} or {@code yaml}, which only shows it
     * @param shown what the YAML says, to tell whether the form was changed
     * @param value what the field says
     * @param error what is wrong with it, possibly empty
     */
    public record Field(
            String key,
            String label,
            String kind,
            String shown,
            String value,
            List<Option> options,
            String help,
            String error) {
        public Field {
            options = List.copyOf(options);
        }
    }

    /** One of the words that a key takes. */
    public record Option(String value, boolean chosen) {}

    /** @param source the line of the text, possibly empty */
    public record MistakeRow(String where, String key, String message, String source) {}

    /**
     * What saving would do.
     *
     * @param seen digest of the text that this is about
     * @param sample every field of a certificate that it would make; empty when none would be
     * @param refused why there is none
     */
    public record Preview(
            String seen, DifferenceView difference, List<String> remarks, List<Decoded> sample, List<String> refused) {
        public Preview {
            remarks = List.copyOf(remarks);
            sample = List.copyOf(sample);
            refused = List.copyOf(refused);
        }
    }
}
