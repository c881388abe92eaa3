package dev.chancery.core.contract;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Account.ApiToken;
import dev.chancery.core.access.Account.PasswordHash;
import dev.chancery.core.access.Group;
import dev.chancery.core.access.NameGrants;
import dev.chancery.core.access.Role;
import dev.chancery.core.journal.CertificateAddresses;
import dev.chancery.core.journal.CrlCoverage;
import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.CrlDifference.Certificates;
import dev.chancery.core.journal.JournalEvent;
import dev.chancery.core.journal.JournalEvent.AccountSaved;
import dev.chancery.core.journal.JournalEvent.AuthorityAdded;
import dev.chancery.core.journal.JournalEvent.AuthorityAddressesChanged;
import dev.chancery.core.journal.JournalEvent.AuthorityKeyMoved;
import dev.chancery.core.journal.JournalEvent.AuthorityPartitioned;
import dev.chancery.core.journal.JournalEvent.CertificateRevoked;
import dev.chancery.core.journal.JournalEvent.CrlFilesRemoved;
import dev.chancery.core.journal.JournalEvent.CrlNumbersRaised;
import dev.chancery.core.journal.JournalEvent.CrlSigned;
import dev.chancery.core.journal.JournalEvent.Decision;
import dev.chancery.core.journal.JournalEvent.GroupRemoved;
import dev.chancery.core.journal.JournalEvent.GroupSaved;
import dev.chancery.core.journal.JournalEvent.HoldReleased;
import dev.chancery.core.journal.JournalEvent.ProfileRemoved;
import dev.chancery.core.journal.JournalEvent.ProfileSaved;
import dev.chancery.core.journal.JournalEvent.RequestAgreed;
import dev.chancery.core.journal.JournalEvent.RequestApproved;
import dev.chancery.core.journal.JournalEvent.RequestDenied;
import dev.chancery.core.journal.JournalEvent.RequestSubmitted;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** At least one event of each kind, with every optional part both there and left out, in an order without a conflict. */
public final class EveryEvent {
    private static final Instant NOW = Samples.START.plus(Duration.ofDays(10));

    private EveryEvent() {}

    public static List<JournalEvent> inOrder() {
        var plain = Samples.certificate("4f01");
        var keyed = Samples.certificate("4f02").keyed("retry-1").fulfilling(2).names("a.lab.test", "10.0.0.7");
        return List.of(
                authority("root", List.of()),
                authority("issuing", List.of(plain.encoded().der())),
                new GroupSaved(group("web"), "added"),
                new GroupSaved(new Group("ops", "", NameGrants.nothing()), "added"),
                new AccountSaved(account("alice"), "added"),
                new AccountSaved(account("alice").inGroups(Set.of("web", "ops")), "groups none -> ops, web"),
                new AccountSaved(account("alice").inGroups(Set.of("web")), "groups ops, web -> web"),
                new AccountSaved(account("alice"), "groups web -> none"),
                new GroupRemoved("ops", "no names"),
                new AccountSaved(
                        new Account(
                                "bob",
                                "",
                                Set.of(),
                                NameGrants.nothing(),
                                Set.of("web"),
                                Optional.empty(),
                                false,
                                true,
                                List.of(),
                                NOW),
                        "added"),
                ProfileSaved.of("server", 1, "name: server\n# \"wëb\"\n", "first seen"),
                plain.issued(),
                ProfileSaved.of("server", 2, "name: server\nofficers: 2\n", ""),
                Samples.certificate("4f08").made(2).issued(),
                ProfileSaved.of("old", 1, "name: old\n", "first seen"),
                new ProfileRemoved("old", 2, "nobody asks for it"),
                Samples.request(1),
                new RequestSubmitted(
                        2,
                        "server",
                        "alice",
                        Der.fromHex("3000"),
                        Optional.empty(),
                        Optional.of("CN=a.lab.test"),
                        Optional.empty(),
                        Optional.of("retry-1"),
                        List.of()),
                new RequestDenied(1, "not yours"),
                new RequestAgreed(2, Der.fromHex("00").sha256(), "fine"),
                new RequestAgreed(2, Der.fromHex("01").sha256(), ""),
                new RequestApproved(2, ""),
                keyed.issued(),
                plain.revoked(RevocationReason.CERTIFICATE_HOLD, NOW),
                new HoldReleased("issuing", plain.serial(), NOW.plusSeconds(60)),
                new CertificateRevoked(
                        "issuing",
                        keyed.serial(),
                        RevocationReason.KEY_COMPROMISE,
                        NOW,
                        Optional.of(NOW.minusSeconds(3600))),
                crl(BigInteger.ONE),
                new CrlNumbersRaised("issuing", "issuing", BigInteger.valueOf(1_000), "restored from a backup"),
                crl(BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE)),
                new CrlFilesRemoved("issuing", "issuing", List.of(BigInteger.ONE, BigInteger.TWO), "a year old"),
                new AuthorityAddressesChanged("issuing", addresses(""), addresses("2")),
                new AuthorityAddressesChanged("issuing", addresses("2"), addresses("3")),
                new AuthorityKeyMoved("root", true, "put into a safe"),
                new AuthorityPartitioned("issuing", 0, 4),
                Samples.certificate("4f07").in(3).issued(),
                Samples.certificate("4f07").revoked(RevocationReason.SUPERSEDED, Samples.START),
                new Decision("server-started", "chancery", ""));
    }

    public static Account account(String name) {
        return new Account(
                name,
                "Somebody \"with\" a näme",
                Set.of(Role.REQUESTER, Role.OFFICER),
                new NameGrants(List.of("www.lab.test"), List.of("lab.test"), true, List.of("10.0.0.0/8"), false),
                Set.of(),
                Optional.of(new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA")),
                true,
                false,
                List.of(
                        new ApiToken("t1", "build server", "ab".repeat(32), NOW, Optional.of(NOW.plusSeconds(1))),
                        new ApiToken("t2", "laptop", "cd".repeat(32), NOW, Optional.empty())),
                NOW);
    }

    public static Group group(String name) {
        return new Group(
                name,
                "Who runs \"wëb\" servers",
                new NameGrants(List.of(), List.of("web.lab.test"), false, List.of("fd00::/8"), false));
    }

    private static AuthorityAdded authority(String name, List<Der> chain) {
        return new AuthorityAdded(
                name,
                Samples.certificate("01").names(name + ".test").encoded().der(),
                chain,
                "keys/" + name + ".p12",
                0,
                URI.create("http://pki.lab.test"));
    }

    /** Two of one kind, one of another, and none of the third. */
    private static CertificateAddresses addresses(String host) {
        return new CertificateAddresses(
                List.of(
                        URI.create("http://pki" + host + ".lab.test/crl/issuing.crl"),
                        URI.create("http://[2001:db8::1]:8080/crl/issuing.crl")),
                List.of(URI.create("http://pki" + host + ".lab.test/ca/issuing.crt")),
                List.of());
    }

    private static CrlSigned crl(BigInteger number) {
        return new CrlSigned(
                "issuing",
                "issuing",
                number,
                NOW,
                NOW.plus(Duration.ofDays(7)),
                1,
                Der.fromHex("00").sha256(),
                Optional.of(new CrlCoverage(3, NOW)),
                number.bitLength() > 1 ? Optional.of(difference()) : Optional.empty());
    }

    private static CrlDifference difference() {
        return new CrlDifference(
                BigInteger.ONE,
                new Certificates(2, List.of(SerialNumber.parse("4f01"))),
                new Certificates(0, List.of()),
                new Certificates(1, List.of(SerialNumber.parse("4f02"))));
    }
}
