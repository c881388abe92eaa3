package dev.chancery.core.enrollment;

import dev.chancery.core.access.AccessPolicy;
import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Account;
import dev.chancery.core.access.Accounts;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Requester;
import dev.chancery.core.profile.CertificateProfile;
import dev.chancery.core.profile.Grant;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Holds a request from the queue against what its requester is now. An officer takes the place of what the requester never
 * had; what they had when they asked, and have lost since, is somebody's decision that an approval must not undo.
 */
final class Standing {
    private final Accounts accounts;
    private final List<Requester> withoutAccount;
    private final AccessPolicy access = new AccessPolicy();

    /** @param withoutAccount who may ask and has no account, such as the server itself */
    Standing(Accounts accounts, List<Requester> withoutAccount) {
        this.accounts = accounts;
        this.withoutAccount = List.copyOf(withoutAccount);
    }

    /** The requester of today, when they may still ask at all. */
    Optional<Requester> present(String name, Consumer<Objection> objections) {
        Optional<Account> account = accounts.find(name);
        if (account.isPresent()) {
            return present(account.get(), objections);
        }
        Optional<Requester> known = withoutAccount.stream()
                .filter(requester -> requester.name().equals(name))
                .findFirst();
        if (known.isEmpty()) {
            objections.accept(objection(
                    "requester-unknown",
                    "There is no account " + name + ", which made this request. Deny the request."));
        }
        return known;
    }

    private Optional<Requester> present(Account account, Consumer<Objection> objections) {
        Requester requester = accounts.requester(account, "queue");
        if (account.disabled()) {
            objections.accept(objection(
                    "requester-disabled",
                    "The account " + account.name() + " was disabled after it made this request. Deny the request, or"
                            + " have an administrator enable the account."));
            return Optional.empty();
        }
        boolean mayAsk = access.decide(requester, Permission.REQUEST_CERTIFICATE, AccessObject.any())
                .fold(permit -> true, reason -> false);
        if (!mayAsk) {
            objections.accept(lostRole(account.name() + " has no role any more that may request certificates"));
            return Optional.empty();
        }
        return Optional.of(requester);
    }

    /**
     * Whose agreement counts today: officers who may still decide about this request, and who agreed to exactly that.
     *
     * @param to digest of what would be issued now
     */
    Set<String> agreed(PendingRequest pending, Der to) {
        AccessObject object = new AccessObject(Long.toString(pending.id()), pending.requester());
        return pending.agreements().stream()
                .filter(agreement -> agreement.to().equals(to))
                .map(PendingRequest.Agreement::by)
                .filter(name -> officer(name)
                        .map(officer -> access.decide(officer, Permission.DECIDE_REQUEST, object)
                                .fold(permit -> true, reason -> false))
                        .orElse(false))
                .collect(Collectors.toSet());
    }

    private Optional<Requester> officer(String name) {
        Optional<Account> account = accounts.find(name);
        return account.isPresent()
                ? account.filter(found -> !found.disabled()).map(found -> accounts.requester(found, "queue"))
                : withoutAccount.stream()
                        .filter(requester -> requester.name().equals(name))
                        .findFirst();
    }

    void checkRole(Requester requester, CertificateProfile profile, Consumer<Objection> objections) {
        if (!ProfileUse.allows(requester, profile)) {
            objections.accept(lostRole(
                    ProfileUse.byRole(requester, profile)
                            ? requester.name() + " is not one of those any more that the profile " + profile.name()
                                    + " is for (" + profile.requesters().words() + ")"
                            : requester.name() + " has no role any more that the profile " + profile.name()
                                    + " is for ("
                                    + String.join(
                                            " or ",
                                            profile.usableBy().stream().sorted().toList())
                                    + ")"));
        }
    }

    /** @param waitsBecause what the officer was told when it was queued: names outside of the grant even then */
    void checkNames(Requester requester, Grant grant, List<String> waitsBecause, Consumer<Objection> objections) {
        for (String name : Approvals.lost(grant, requester, waitsBecause)) {
            objections.accept(objection(
                    "requester-grant-lost",
                    name + " was within the grant of " + requester.name() + " when this was requested, and is not any"
                            + " more (" + requester.grants().describe() + "). Deny the request, or have an"
                            + " administrator give the grant back."));
        }
    }

    private static Objection lostRole(String what) {
        return objection(
                "requester-role-lost", what + ". Deny the request, or have an administrator give the role back.");
    }

    private static Objection objection(String rule, String message) {
        return Objection.of(rule, "request", message);
    }
}
