package dev.chancery.web.pages.view;

import java.util.List;

/**
 * A topology as a form, and below it what it needs.
 *
 * @param token names this form, so that sending it twice issues once
 * @param sipDomains one per line
 * @param pools those that are written down, then empty ones
 * @param names what there is once, of the roles that are written down
 * @param mistakes what is wrong and belongs to no pool
 * @param pasted what was pasted and could not be read
 * @param topology as JSON, for the next step; empty while nothing is planned
 * @param plan every certificate; empty while the topology is not complete
 * @param keyLeaked a private key was sent in the place of a CSR
 */
public record TopologyView(
        Frame frame,
        String token,
        String sipDomains,
        List<PoolForm> pools,
        List<NameField> names,
        List<Problem> mistakes,
        String pasted,
        String topology,
        List<Row> plan,
        String csrs,
        boolean keyLeaked) {
    public TopologyView {
        pools = List.copyOf(pools);
        names = List.copyOf(names);
        mistakes = List.copyOf(mistakes);
        plan = List.copyOf(plan);
    }

    /** A mistake with its correction, {@code pools[0].fqdn=pool.example.com}; empty where there is none. */
    public record Problem(String message, String fix, String suggestion) {}

    /** Roles of one family, as choices. */
    public record Family(String name, List<Choice> roles) {
        public Family {
            roles = List.copyOf(roles);
        }
    }

    public record Choice(String value, String title, boolean chosen) {}

    /** @param shown the role whose names and options stand here; empty while none is chosen */
    public record PoolForm(
            int index,
            List<Family> families,
            String shown,
            String title,
            String description,
            String fqdn,
            String servers,
            List<NameField> names,
            List<OptionField> options,
            List<Problem> mistakes) {
        public PoolForm {
            families = List.copyOf(families);
            names = List.copyOf(names);
            options = List.copyOf(options);
            mistakes = List.copyOf(mistakes);
        }
    }

    public record NameField(String field, String title, String help, String value, boolean required, boolean several) {}

    public record OptionField(String field, String title, String help, boolean chosen) {}

    /**
     * A planned certificate.
     *
     * @param mark and word: issued at once, an officer decides, or something to correct
     * @param because why it waits
     * @param request the form for this one alone
     */
    public record Row(
            int index,
            String id,
            String role,
            String use,
            String target,
            String commonName,
            List<String> names,
            List<String> installOn,
            boolean exportable,
            String profile,
            List<String> notes,
            String mark,
            String word,
            List<String> because,
            List<String> mistakes,
            String csr,
            String request) {
        public Row {
            names = List.copyOf(names);
            installOn = List.copyOf(installOn);
            notes = List.copyOf(notes);
            because = List.copyOf(because);
            mistakes = List.copyOf(mistakes);
        }

        public String namesText() {
            return String.join("\n", names);
        }

        /** Everything that a person would look at twice. */
        public boolean open() {
            return !mistakes.isEmpty();
        }
    }

    /** How many are in this state, for the line above the table. */
    public long count(String mark) {
        return plan.stream().filter(row -> row.mark().equals(mark)).count();
    }
}
