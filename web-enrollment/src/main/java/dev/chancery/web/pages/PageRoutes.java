package dev.chancery.web.pages;

import dev.chancery.core.access.Accounts;
import dev.chancery.core.ceremony.Addressing;
import dev.chancery.core.csr.PredictableKeys;
import dev.chancery.core.inspection.FileInspector;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.auth.Users;
import dev.chancery.web.http.ProblemView;
import dev.chancery.web.http.Route;
import dev.chancery.web.http.Site;
import dev.chancery.web.pages.view.Moments;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The web application, put together. */
public final class PageRoutes implements Site {
    private final PageParts parts;
    private final Moments moments;
    private final Frames frames;
    private final Templates templates = new Templates();
    private final List<Route> routes = new ArrayList<>();
    private final List<Route> plainRoutes = new ArrayList<>();

    public PageRoutes(PageParts parts) {
        Assets assets = new Assets();
        this.parts = parts;
        this.moments = new Moments(parts.clock(), ZoneId.of("UTC"));
        this.frames = new Frames(parts.authorization(), parts.requests(), assets.links(), parts.httpsPort());
        plainRoutes.addAll(assets.routes());
        plainRoutes.addAll(new TrustPage(parts.issuers(), parts.crls(), moments, frames, templates).routes());
        routes.addAll(plainRoutes);
        addCertificates();
        addAuthorities();
        addRequests();
        addPeople();
        routes.addAll(new ApiConsolePage(assets.console(), frames, templates).routes());
        routes.addAll(new ProfilePages(parts, moments, frames, templates).routes());
        routes.addAll(new ProfileEditPage(parts, moments, frames, templates).routes());
        routes.addAll(new RulesPage(new FileInspector(PredictableKeys.known()), parts.profiles(), frames, templates)
                .routes());
    }

    private void addCertificates() {
        Authorization authorization = parts.authorization();
        ProfileTitles titles = new ProfileTitles(parts.profiles());
        FoundCertificates found = new FoundCertificates(parts.ledger(), authorization);
        routes.addAll(new OverviewPage(parts, moments, frames, templates).routes());
        routes.addAll(new CertificateListPage(parts, titles, moments, frames, templates).routes());
        routes.addAll(new CertificateExportPage(parts, found).routes());
        routes.addAll(new BulkRevocationPage(parts, titles, moments, frames, templates).routes());
        CertificateStory story = new CertificateStory(parts.journal(), parts.ledger(), parts.requests(), moments);
        routes.addAll(
                new CertificatePage(found, parts.issuers(), titles, story, parts.watch(), moments, frames, templates)
                        .routes());
        routes.addAll(new CertificateFiles(found, new Chains(parts.issuers())).routes());
        routes.addAll(
                new RevocationPage(found, parts.revocations(), parts.crls(), parts.watch(), moments, frames, templates)
                        .routes());
        routes.addAll(new AuthoritiesPage(
                        parts.issuers(), parts.crls(), parts.watch(), authorization, moments, frames, templates)
                .routes());
    }

    private void addAuthorities() {
        Addressing addressing = new Addressing(parts.issuers(), parts.journal());
        routes.addAll(new CrlUploadPage(parts.issuers(), parts.crls(), moments, frames, templates).routes());
        FoundCertificates found = new FoundCertificates(parts.ledger(), parts.authorization());
        routes.addAll(new CrlArchivePage(parts, found, moments, frames, templates).routes());
        routes.addAll(new AddressesPage(parts.issuers(), addressing, frames, templates).routes());
    }

    private void addRequests() {
        ProfileTitles titles = new ProfileTitles(parts.profiles());
        RequestForms forms = new RequestForms(parts.profiles(), parts.issuers(), parts.watch(), moments);
        FoundCertificates found = new FoundCertificates(parts.ledger(), parts.authorization());
        Handouts handouts = new Handouts(parts, new Chains(parts.issuers()), frames, templates);
        routes.addAll(new RequestPage(parts, forms, found, handouts, frames, templates).routes());
        routes.addAll(new TopologyPage(parts, frames, templates).routes());
        routes.addAll(new RequestListPage(parts.requests(), titles, parts.authorization(), moments, frames, templates)
                .routes());
        routes.addAll(new RequestDetailPage(parts, titles, moments, frames, templates).routes());
    }

    private void addPeople() {
        Users users = parts.users();
        Accounts accounts = parts.accounts();
        Authorization authorization = parts.authorization();
        routes.addAll(new SignInPages(parts.signIn(), authorization, frames, templates).routes());
        routes.addAll(new AccountPage(parts.enrollment(), users, accounts, authorization, moments, frames, templates)
                .routes());
        routes.addAll(new UserPages(users, accounts, authorization, moments, frames, templates).routes());
        routes.addAll(new GroupPages(users.groups(), authorization, frames, templates).routes());
        routes.addAll(new JournalPage(parts.journal(), moments, frames, templates).routes());
    }

    @Override
    public List<Route> routes() {
        return routes.stream().map(LanguageChoice::inLanguage).toList();
    }

    @Override
    public List<Route> plainRoutes() {
        return plainRoutes.stream().map(LanguageChoice::inLanguage).toList();
    }

    @Override
    public ProblemView problems() {
        return new PageProblems(frames, templates);
    }
}
