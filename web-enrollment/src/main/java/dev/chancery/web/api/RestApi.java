package dev.chancery.web.api;

import static dev.chancery.web.http.Access.needs;
import static dev.chancery.web.http.Access.ofObject;
import static dev.chancery.web.http.Method.DELETE;
import static dev.chancery.web.http.Method.GET;
import static dev.chancery.web.http.Method.PATCH;
import static dev.chancery.web.http.Method.POST;
import static dev.chancery.web.http.Method.PUT;

import dev.chancery.core.access.Permission;
import dev.chancery.core.ceremony.Addressing;
import dev.chancery.web.certificates.BulkRevocation;
import dev.chancery.web.certificates.CertificateExport.Format;
import dev.chancery.web.http.Access;
import dev.chancery.web.http.Method;
import dev.chancery.web.http.Route;
import dev.chancery.web.roles.RoleArchive;
import dev.chancery.web.roles.RoleRequests;
import java.util.ArrayList;
import java.util.List;

/** Every route of the REST API (CONTRACT.md, "HTTPS: enrolment and administration"). */
public final class RestApi {
    private static final String BASE = "/api/v1";

    private final List<Route> routes = new ArrayList<>();

    public RestApi(ApiParts parts) {
        CertificateJson json = new CertificateJson(parts.issuers(), parts.clock());
        certificates(new CertificatesApi(parts.enrollment(), parts.ledger(), parts.authorization(), json));
        lists(new CertificateListApi(parts.ledger(), parts.authorization(), json, parts.issuers(), parts.clock()));
        revocation(new RevocationApi(parts.revocations(), parts.ledger(), parts.authorization(), json));
        add(
                POST,
                "/certificates/revocations",
                ofObject(Permission.REVOKE_CERTIFICATE),
                new BulkRevocationApi(new BulkRevocation(parts.ledger(), parts.revocations(), parts.authorization()))
                        ::revoke);
        requests(new RequestsApi(parts.enrollment(), parts.queue(), parts.authorization(), json));
        authorities(new AuthoritiesApi(parts.issuers(), parts.crls(), parts.watch()));
        add(PUT, "/authorities/{ca}/crl", needs(Permission.PUBLISH_CRL), new CrlUploadApi(parts.crls())::upload);
        addresses(new AddressesApi(parts.issuers(), new Addressing(parts.issuers(), parts.journal())));
        history(new CrlHistoryApi(parts.issuers(), parts.crlArchive(), parts.crls()));
        UsersApi users = new UsersApi(parts.users());
        users(users);
        groups(new GroupsApi(parts.users().groups()));
        account(new OwnAccountApi(parts.accounts(), users, parts.enrollment(), parts.authorization()));
        profiles(parts);
        roles(new RolesApi(
                parts.roles(),
                new RoleRequests(parts.enrollment(), parts.profiles()),
                new RoleArchive(parts.issuers()),
                json,
                parts.clock()));
        add(GET, "/journal", needs(Permission.READ_JOURNAL), new JournalApi(parts.journal())::list);
        add(POST, "/backup", needs(Permission.BACK_UP), new BackupApi(parts.journal())::begin);
        add(GET, "/lint/rules", Access.open(), new LintApi()::rules);
        add(GET, "/openapi.json", Access.open(), new OpenApiDocument()::show);
    }

    public List<Route> routes() {
        return List.copyOf(routes);
    }

    private void add(Method method, String path, Access access, Route.Endpoint endpoint) {
        routes.add(Route.api(method, BASE + path, access, endpoint));
    }

    private void certificates(CertificatesApi api) {
        add(POST, "/certificates", ofObject(Permission.REQUEST_CERTIFICATE), api::issue);
        add(GET, "/certificates/{serial}", ofObject(Permission.READ_CERTIFICATE), api::show);
        add(GET, "/certificates/{serial}.pem", ofObject(Permission.READ_CERTIFICATE), api::pem);
        add(GET, "/certificates/{serial}-chain.pem", ofObject(Permission.READ_CERTIFICATE), api::chainPem);
        add(GET, "/certificates/{serial}.crt", ofObject(Permission.READ_CERTIFICATE), api::der);
        add(GET, "/certificates/{serial}.p7b", ofObject(Permission.READ_CERTIFICATE), api::pkcs7);
    }

    private void lists(CertificateListApi api) {
        add(GET, "/certificates", needs(Permission.LIST_CERTIFICATES), api::list);
        add(GET, "/certificates/counts", needs(Permission.LIST_CERTIFICATES), api::counts);
        for (Format format : Format.values()) {
            add(
                    GET,
                    "/certificates/export." + format.ending(),
                    needs(Permission.LIST_CERTIFICATES),
                    exchange -> api.export(exchange, format));
        }
    }

    private void revocation(RevocationApi api) {
        String path = "/certificates/{serial}/revocation";
        add(POST, path, ofObject(Permission.REVOKE_CERTIFICATE), api::revoke);
        add(DELETE, path, ofObject(Permission.RELEASE_HOLD), api::release);
    }

    private void requests(RequestsApi api) {
        add(GET, "/requests", Access.signedIn(), api::list);
        add(GET, "/requests/{id}", ofObject(Permission.READ_REQUEST), api::show);
        add(POST, "/requests/{id}/approval", ofObject(Permission.DECIDE_REQUEST), api::approve);
        add(POST, "/requests/{id}/denial", ofObject(Permission.DECIDE_REQUEST), api::deny);
    }

    private void authorities(AuthoritiesApi api) {
        add(GET, "/authorities", needs(Permission.READ_AUTHORITIES), api::list);
        add(GET, "/authorities/{ca}", needs(Permission.READ_AUTHORITIES), api::show);
        add(GET, "/authorities/{ca}/crl", needs(Permission.READ_AUTHORITIES), api::crl);
        add(POST, "/authorities/{ca}/crl", needs(Permission.PUBLISH_CRL), api::publish);
        // The addresses of others' servers: for those who look after this one.
        add(GET, "/publication-targets", needs(Permission.READ_METRICS), api::targets);
        add(GET, "/authorities/{ca}/fetchers", needs(Permission.READ_METRICS), api::fetchers);
    }

    private void addresses(AddressesApi api) {
        add(PUT, "/authorities/{ca}/addresses", needs(Permission.MANAGE_AUTHORITIES), api::replace);
    }

    private void history(CrlHistoryApi api) {
        String path = "/authorities/{ca}/crls";
        add(GET, path, needs(Permission.READ_AUTHORITIES), api::list);
        add(GET, path + "/{number}", needs(Permission.READ_AUTHORITIES), api::changes);
        add(GET, path + "/{number}.crl", needs(Permission.READ_AUTHORITIES), api::der);
        add(GET, path + "/{number}-delta.crl", needs(Permission.READ_AUTHORITIES), api::delta);
        add(
                GET,
                "/authorities/{ca}/partitions/{partition}/crls/{number}.crl",
                needs(Permission.READ_AUTHORITIES),
                api::partition);
    }

    private void profiles(ApiParts parts) {
        ProfileJson json = new ProfileJson(parts.editor(), parts.clock());
        ProfilesApi read = new ProfilesApi(parts.profiles(), parts.editor(), json);
        ProfileChangeApi change = new ProfileChangeApi(parts.profiles(), parts.editor(), json);
        String one = "/profiles/{name}";
        add(GET, "/profiles", needs(Permission.READ_PROFILES), read::list);
        add(GET, one, needs(Permission.READ_PROFILES), read::show);
        add(GET, one + ".yaml", needs(Permission.READ_PROFILES), read::yaml);
        add(GET, one + "/versions", needs(Permission.READ_PROFILES), read::versions);
        add(GET, one + "/versions/{version}", needs(Permission.READ_PROFILES), read::version);
        add(PUT, one, needs(Permission.MANAGE_PROFILES), change::save);
        add(DELETE, one, needs(Permission.MANAGE_PROFILES), change::remove);
        add(POST, one + "/check", needs(Permission.MANAGE_PROFILES), change::check);
        add(GET, "/profile-files", needs(Permission.MANAGE_PROFILES), change::files);
        add(POST, "/profile-files", needs(Permission.MANAGE_PROFILES), change::reload);
    }

    private void roles(RolesApi api) {
        add(GET, "/roles", needs(Permission.READ_PROFILES), api::list);
        add(POST, "/roles/plan", needs(Permission.REQUEST_CERTIFICATE), api::plan);
        add(POST, "/roles/requests", needs(Permission.REQUEST_CERTIFICATE), api::request);
    }

    private void users(UsersApi api) {
        add(GET, "/users", needs(Permission.READ_USERS), api::list);
        add(POST, "/users", needs(Permission.MANAGE_USERS), api::create);
        add(GET, "/users/{name}", needs(Permission.READ_USERS), api::show);
        add(PATCH, "/users/{name}", needs(Permission.MANAGE_USERS), api::change);
        add(POST, "/users/{name}/password-reset", needs(Permission.MANAGE_USERS), api::resetPassword);
        add(POST, "/users/{name}/tokens", needs(Permission.MANAGE_USERS), api::addToken);
        add(DELETE, "/users/{name}/tokens/{token}", needs(Permission.MANAGE_USERS), api::removeToken);
    }

    private void groups(GroupsApi api) {
        add(GET, "/groups", needs(Permission.READ_USERS), api::list);
        add(POST, "/groups", needs(Permission.MANAGE_USERS), api::create);
        add(GET, "/groups/{name}", needs(Permission.READ_USERS), api::show);
        add(PATCH, "/groups/{name}", needs(Permission.MANAGE_USERS), api::change);
        add(DELETE, "/groups/{name}", needs(Permission.MANAGE_USERS), api::remove);
    }

    private void account(OwnAccountApi api) {
        add(GET, "/account", Access.signedIn(), api::show);
        add(POST, "/account/tokens", ofObject(Permission.CHANGE_OWN_PASSWORD), api::addToken);
        add(DELETE, "/account/tokens/{token}", ofObject(Permission.CHANGE_OWN_PASSWORD), api::removeToken);
    }
}
