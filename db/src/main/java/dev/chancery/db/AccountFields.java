package dev.chancery.db;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Account.ApiToken;
import dev.chancery.core.access.Account.PasswordHash;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An account as JSON: what auditors may read in the clear, the password's and the tokens' hashes sealed (SECURITY.md rule
 * 18).
 */
final class AccountFields {
    private final Seal seal;
    private final Set<String> withoutSecrets = ConcurrentHashMap.newKeySet();

    AccountFields(Seal seal) {
        this.seal = seal;
    }

    /** The hashes of an account; tokens by their id. */
    private record Hashes(Optional<PasswordHash> password, Map<String, String> tokens) {}

    void write(AccountSaved event, Json json) {
        Account account = event.account();
        json.text("what", event.what()).object("account", inner -> publicPart(account, inner));
        if (account.passwordHash().isPresent() || !account.tokens().isEmpty()) {
            json.text("sealed", seal.seal(hashes(account), context(account.name())));
        }
    }

    /** Everything but the hashes. Groups are left out where there are none, as before there were any. */
    static void publicPart(Account account, Json json) {
        json.text("name", account.name())
                .text("displayName", account.displayName())
                .texts(
                        "roles",
                        account.roles().stream().map(Role::name).sorted().toList())
                .object("grants", inner -> GrantFields.write(account.grants(), inner));
        if (!account.groups().isEmpty()) {
            json.texts("groups", account.groups().stream().sorted().toList());
        }
        json.flag("password", account.passwordHash().isPresent())
                .flag("mustChangePassword", account.mustChangePassword())
                .flag("disabled", account.disabled())
                .objects(
                        "tokens",
                        account.tokens(),
                        token -> json.text("id", token.id())
                                .text("label", token.label())
                                .time("created", token.created())
                                .time("expires", token.expires()))
                .time("created", account.created());
    }

    private static byte[] hashes(Account account) {
        return Json.object(json -> json.text("password", account.passwordHash().map(PasswordHash::phc))
                .objects(
                        "tokens",
                        account.tokens(),
                        token -> json.text("id", token.id()).text("sha256", token.sha256Hex())));
    }

    AccountSaved read(Fields fields) {
        String what = fields.text("what");
        Fields account = fields.object("account");
        String name = account.text("name");
        Optional<String> sealed = fields.optionalText("sealed");
        Optional<Hashes> hashes =
                sealed.flatMap(text -> seal.open(text, context(name))).map(AccountFields::hashes);
        if (sealed.isPresent() && hashes.isEmpty()) {
            withoutSecrets.add(name);
        } else {
            withoutSecrets.remove(name);
        }
        return new AccountSaved(
                account(
                        name,
                        account,
                        hashes.flatMap(Hashes::password),
                        hashes.map(Hashes::tokens).orElse(Map.of())),
                what);
    }

    /** Accounts of which the last that was read had hashes that could not be opened, by name. */
    List<String> withoutSecrets() {
        return withoutSecrets.stream().sorted().toList();
    }

    private static Hashes hashes(byte[] json) {
        Fields fields = Fields.parse(json);
        Optional<PasswordHash> password = fields.optionalText("password").map(PasswordHash::new);
        Map<String, String> tokens = new HashMap<>();
        for (Fields token : fields.objects("tokens")) {
            tokens.put(token.text("id"), token.text("sha256"));
            token.finish();
        }
        fields.finish();
        return new Hashes(password, tokens);
    }

    /** The inverse of {@link #publicPart}, with the hashes from elsewhere. */
    static Account account(byte[] json, Optional<String> passwordHash, Map<String, String> tokenHashes) {
        Fields fields = Fields.parse(json);
        return account(fields.text("name"), fields, passwordHash.map(PasswordHash::new), tokenHashes);
    }

    /** Without its hash an account keeps its rights and history, but nobody can sign in until an admin sets a password. */
    private static Account account(
            String name, Fields fields, Optional<PasswordHash> password, Map<String, String> tokenHashes) {
        boolean passwordLost = fields.flag("password") && password.isEmpty();
        Account account = new Account(
                name,
                fields.text("displayName"),
                roles(fields.texts("roles")),
                GrantFields.read(fields.object("grants")),
                Set.copyOf(fields.optionalTexts("groups").orElse(List.of())),
                password,
                fields.flag("mustChangePassword") || passwordLost,
                fields.flag("disabled"),
                tokens(fields.objects("tokens"), tokenHashes),
                fields.time("created"));
        fields.finish();
        return account;
    }

    private static Set<Role> roles(List<String> names) {
        Set<Role> roles = new HashSet<>();
        for (String name : names) {
            roles.add(Role.valueOf(name));
        }
        return roles;
    }

    private static List<ApiToken> tokens(List<Fields> tokens, Map<String, String> hashes) {
        return tokens.stream()
                .map(fields -> token(fields, hashes))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ApiToken> token(Fields fields, Map<String, String> hashes) {
        String id = fields.text("id");
        String label = fields.text("label");
        var created = fields.time("created");
        var expires = fields.optionalTime("expires");
        fields.finish();
        return Optional.ofNullable(hashes.get(id)).map(hash -> new ApiToken(id, label, hash, created, expires));
    }

    private static String context(String name) {
        return "account:" + name;
    }

    /** The public part as text, for a table's column. */
    static String text(Account account) {
        return new String(Json.object(json -> publicPart(account, json)), StandardCharsets.UTF_8);
    }
}
