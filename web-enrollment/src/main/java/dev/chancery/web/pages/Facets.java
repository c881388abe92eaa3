package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.number;
import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.Requester;
import dev.chancery.core.ledger.CertificateKind;
import dev.chancery.core.ledger.KindCount;
import dev.chancery.web.pages.ListFilter.Choice;
import dev.chancery.web.pages.view.CertificateListView.Facet;
import dev.chancery.web.pages.view.CertificateListView.Filter;
import dev.chancery.web.pages.view.CertificateListView.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a list can be narrowed down to, each choice with the number of certificates that it would leave. */
final class Facets {
    /** More choices than these nobody reads; the search finds the others. */
    private static final int SHOWN = 100;

    private final List<KindCount> counts;
    private final ListFilter filter;
    private final Optional<String> owner;

    /** @param counts of everybody's */
    Facets(List<KindCount> counts, ListFilter filter, Optional<String> owner) {
        this.counts = counts;
        this.filter = filter;
        this.owner = owner;
    }

    private boolean visible(KindCount count, Choice choice) {
        String requester = count.kind().requester();
        if (owner.isPresent()) {
            return requester.equals(owner.get());
        }
        boolean system = requester.equals(Requester.system().name());
        return choice == Choice.OWN ? system : !system || system(filter.by());
    }

    private static boolean system(String name) {
        return name.equals(Requester.system().name());
    }

    private static boolean fits(String wanted, String found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private boolean fitsProfile(CertificateKind kind) {
        return fits(filter.profile(), kind.profile());
    }

    private boolean fitsCa(CertificateKind kind) {
        return fits(filter.ca(), kind.issuer());
    }

    private boolean fitsRequester(CertificateKind kind) {
        return fits(filter.by(), kind.requester());
    }

    /** How many the list has; only while it can be known. */
    Optional<Long> total() {
        return filter.counted() ? Optional.of(total(filter.choice())) : Optional.empty();
    }

    private long total(Choice choice) {
        return sum(choice, kind -> fitsProfile(kind) && fitsCa(kind) && (choice == Choice.OWN || fitsRequester(kind)));
    }

    private long sum(Choice choice, Predicate<CertificateKind> fits) {
        return counts.stream()
                .filter(count -> visible(count, choice) && fits.test(count.kind()))
                .mapToLong(choice::of)
                .sum();
    }

    List<Filter> statuses() {
        List<Filter> filters = new ArrayList<>();
        for (Choice choice : Choice.values()) {
            if (choice != Choice.OWN || owner.isEmpty()) {
                ListFilter other = choice == Choice.OWN ? filter.withoutRequester() : filter;
                filters.add(new Filter(
                        choice.label(),
                        other.with(choice).path(),
                        choice == filter.choice(),
                        filter.counted() ? number(total(choice)) : ""));
            }
        }
        return filters;
    }

    /** Those that leave a choice. */
    List<Facet> facets(Function<String, String> profileTitle, Function<String, String> caName) {
        List<Facet> facets = new ArrayList<>();
        facets.add(facet(
                "profile",
                plain("certificates.list.for"),
                plain("certificates.list.anyPurpose"),
                filter.profile(),
                CertificateKind::profile,
                kind -> fitsCa(kind) && fitsRequester(kind),
                profileTitle));
        facets.add(facet(
                "ca",
                plain("word.authority"),
                plain("certificates.list.anyAuthority"),
                filter.ca(),
                CertificateKind::issuer,
                kind -> fitsProfile(kind) && fitsRequester(kind),
                caName));
        if (owner.isEmpty() && filter.choice() != Choice.OWN) {
            facets.add(facet(
                    "by",
                    plain("word.requestedBy"),
                    plain("certificates.list.anybody"),
                    filter.by(),
                    CertificateKind::requester,
                    kind -> fitsProfile(kind) && fitsCa(kind),
                    name -> name));
        }
        return facets.stream()
                .filter(facet -> facet.options().size() > 2 || facet.chosen())
                .toList();
    }

    private Facet facet(
            String name,
            String label,
            String any,
            String chosen,
            Function<CertificateKind, String> part,
            Predicate<CertificateKind> others,
            Function<String, String> words) {
        Map<String, Long> numbers = new TreeMap<>();
        for (KindCount count : counts) {
            if (visible(count, filter.choice()) && others.test(count.kind())) {
                numbers.merge(part.apply(count.kind()), filter.choice().of(count), Long::sum);
            }
        }
        if (!chosen.isEmpty()) {
            numbers.putIfAbsent(chosen, 0L);
        }
        List<Option> options = new ArrayList<>(List.of(new Option("", any, "", chosen.isEmpty())));
        numbers.entrySet().stream()
                .filter(one -> one.getValue() > 0 || one.getKey().equals(chosen))
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(SHOWN)
                .forEach(one -> options.add(new Option(
                        one.getKey(),
                        words.apply(one.getKey()),
                        filter.counted() ? number(one.getValue()) : "",
                        one.getKey().equals(chosen))));
        return new Facet(name, label, options, !chosen.isEmpty());
    }
}
