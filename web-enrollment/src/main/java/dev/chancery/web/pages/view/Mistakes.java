package dev.chancery.web.pages.view;

import dev.chancery.core.x509.Objection;
import dev.chancery.web.pages.view.RequestFormView.Chip;
import dev.chancery.web.pages.view.RequestFormView.Mistake;
import dev.chancery.web.pages.view.RequestFormView.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts each objection to the place in the form where it was made. */
public final class Mistakes {
    private static final Pattern NAMED = Pattern.compile("names\\[([0-9]{1,4})]");
    private static final Set<String> NAME_FIELDS = Set.of("names", "dns", "ip", "email", "uri", "upn");

    private Mistakes() {}

    /** @param named how many names stand in the form; without any, what is wrong with a name is wrong in the CSR */
    public static Problems sort(List<Objection> objections, int named) {
        List<Mistake> profile = new ArrayList<>();
        List<Mistake> names = new ArrayList<>();
        List<Mistake> csr = new ArrayList<>();
        List<Mistake> validity = new ArrayList<>();
        List<Mistake> subject = new ArrayList<>();
        for (Objection objection : objections) {
            String field = objection.field().replaceFirst("\\[.*", "");
            Mistake mistake = of(objection);
            if (NAME_FIELDS.contains(field)) {
                names.add(mistake);
            } else if (field.equals("validity")) {
                validity.add(mistake);
            } else if (field.equals("subject")) {
                subject.add(mistake);
            } else if (field.equals("csr")) {
                (named == 0 && objection.rule().startsWith("name") ? names : csr).add(mistake);
            } else if (!field.equals("password")) {
                profile.add(mistake);
            }
        }
        return new Problems(profile, names, csr, validity, subject);
    }

    /** The names as chips, those with an objection marked. */
    public static List<Chip> chips(List<String> names, List<Objection> objections) {
        List<Chip> chips = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String field = "names[" + i + "]";
            chips.add(new Chip(
                    names.get(i),
                    objections.stream().anyMatch(objection -> objection.field().equals(field))));
        }
        return chips;
    }

    private static Mistake of(Objection objection) {
        Matcher named = NAMED.matcher(objection.field());
        boolean fixable = named.matches() || objection.field().equals("validity");
        return objection.suggestion().isPresent() && fixable
                ? new Mistake(
                        ObjectionWords.of(objection),
                        objection.field() + "=" + objection.suggestion().get(),
                        objection.suggestion().get())
                : new Mistake(
                        ObjectionWords.of(objection), "", objection.suggestion().orElse(""));
    }
}
