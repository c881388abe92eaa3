package dev.chancery.core.journal;

import dev.chancery.core.access.Account;
import dev.chancery.core.access.Group;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Something that happened and must never be forgotten. The stores project each kind onto their tables. */
public sealed interface JournalEvent {
    /** Stable name in the file: {@code certificate-issued}. */
    String type();

    /**
     * A CA joined this server. {@code keyFile} is relative to the data directory. Conflict when the name is taken.
     *
     * @param addressesBase the public URL that its certificates carry
     */
    record AuthorityAdded(
            String name, Der certificate, List<Der> chain, String keyFile, int keyIndex, URI addressesBase)
            implements JournalEvent {
        public AuthorityAdded {
            chain = List.copyOf(chain);
        }

        @Override
        public String type() {
            return "authority-added";
        }
    }

    /**
     * New certificates of a CA point elsewhere from now on; those that are out keep theirs. Conflict when there is no such
     * CA, or when an earlier change has led to other addresses than {@code before}.
     *
     * @param before for auditors
     */
    record AuthorityAddressesChanged(String name, CertificateAddresses before, CertificateAddresses after)
            implements JournalEvent {
        @Override
        public String type() {
            return "authority-addresses-changed";
        }
    }

    /**
     * The key of a CA was taken away from this server, or brought back. Conflict when there is no such CA, or when its key
     * is there already.
     *
     * @param away true when this server cannot sign for it any more
     * @param why for auditors
     */
    record AuthorityKeyMoved(String name, boolean away, String why) implements JournalEvent {
        @Override
        public String type() {
            return "authority-key-moved";
        }
    }

    /**
     * New certificates of a CA are spread over more partitions from now on. Conflict when there is no such CA, when it has
     * another number than {@code before}, or when {@code after} is not above it: what certificates name stays.
     */
    record AuthorityPartitioned(String name, int before, int after) implements JournalEvent {
        @Override
        public String type() {
            return "authority-partitioned";
        }
    }

    /**
     * A certificate was signed. Fails as a conflict when the serial exists for that issuer, the idempotency key led the
     * same requester to another certificate, or the request is not pending; a request approved earlier in the same entry
     * still is.
     *
     * @param issuer the CA's short name
     * @param request number of the approved request it fulfils
     * @param partition whose CRL it names; empty for the full one
     * @param profileVersion the profile as it then was, a number of {@link ProfileSaved}; empty for what no file describes,
     *     and in records from before profiles had versions
     */
    record CertificateIssued(
            String issuer,
            Der certificate,
            String profile,
            String requester,
            Optional<String> idempotencyKey,
            Optional<Long> request,
            OptionalInt partition,
            OptionalInt profileVersion)
            implements JournalEvent {
        /** One of a profile without versions. */
        public CertificateIssued(
                String issuer,
                Der certificate,
                String profile,
                String requester,
                Optional<String> idempotencyKey,
                Optional<Long> request,
                OptionalInt partition) {
            this(issuer, certificate, profile, requester, idempotencyKey, request, partition, OptionalInt.empty());
        }

        /** One that names the full CRL. */
        public CertificateIssued(
                String issuer,
                Der certificate,
                String profile,
                String requester,
                Optional<String> idempotencyKey,
                Optional<Long> request) {
            this(issuer, certificate, profile, requester, idempotencyKey, request, OptionalInt.empty());
        }

        @Override
        public String type() {
            return "certificate-issued";
        }
    }

    /** Conflict when the certificate is unknown, already revoked, or held again; a hold may become a final revocation. */
    record CertificateRevoked(
            String issuer,
            SerialNumber serial,
            RevocationReason reason,
            Instant revokedAt,
            Optional<Instant> invalidityDate)
            implements JournalEvent {
        @Override
        public String type() {
            return "certificate-revoked";
        }
    }

    /** Conflict unless the certificate is on hold. */
    record HoldReleased(String issuer, SerialNumber serial, Instant releasedAt) implements JournalEvent {
        @Override
        public String type() {
            return "hold-released";
        }
    }

    /**
     * A CRL was signed; recorded before it is published. Conflict unless the number is above all earlier ones of that
     * scope.
     *
     * @param scope {@code issuing} for the full CRL of that CA, {@code issuing/3} for a partition
     * @param coverage empty for a delta CRL, and for one that was signed elsewhere
     * @param difference empty as well when there was none before it
     */
    record CrlSigned(
            String issuer,
            String scope,
            BigInteger number,
            Instant thisUpdate,
            Instant nextUpdate,
            int entries,
            Der sha256,
            Optional<CrlCoverage> coverage,
            Optional<CrlDifference> difference)
            implements JournalEvent {
        /** One of which nobody knows what it covers. */
        public CrlSigned(
                String issuer,
                String scope,
                BigInteger number,
                Instant thisUpdate,
                Instant nextUpdate,
                int entries,
                Der sha256) {
            this(issuer, scope, number, thisUpdate, nextUpdate, entries, sha256, Optional.empty(), Optional.empty());
        }

        @Override
        public String type() {
            return "crl-signed";
        }
    }

    /**
     * The files of CRLs that have served their time are deleted; what was recorded about them stays.
     *
     * @param why for auditors
     */
    record CrlFilesRemoved(String issuer, String scope, List<BigInteger> numbers, String why) implements JournalEvent {
        public CrlFilesRemoved {
            numbers = List.copyOf(numbers);
        }

        @Override
        public String type() {
            return "crl-files-removed";
        }
    }

    /**
     * Numbers up to this one count as used, although this journal does not know their CRLs: it came from a backup, and
     * others may have been published since. Conflict unless the number is above all earlier ones of that scope.
     *
     * @param number at most 159 bits, as in a CRL
     * @param why for auditors
     */
    record CrlNumbersRaised(String issuer, String scope, BigInteger number, String why) implements JournalEvent {
        @Override
        public String type() {
            return "crl-numbers-raised";
        }
    }

    /**
     * A request waits for an officer. {@code id} is given by {@link Journal#nextRequestId()}. Conflict when the idempotency
     * key led the same requester to another request, or when the id is taken (as {@code REQUEST_NOT_PENDING}).
     *
     * @param names requested or replaced names in the form {@code dns:www.example.com}
     * @param subject RFC 4514 text; empty when the profile makes it from the names
     * @param validity ISO 8601; empty for the profile's default
     * @param waitsBecause shown to the requester and the officer
     */
    record RequestSubmitted(
            long id,
            String profile,
            String requester,
            Der csr,
            Optional<List<String>> names,
            Optional<String> subject,
            Optional<String> validity,
            Optional<String> idempotencyKey,
            List<String> waitsBecause)
            implements JournalEvent {
        public RequestSubmitted {
            waitsBecause = List.copyOf(waitsBecause);
            names = names.map(List::copyOf);
        }

        @Override
        public String type() {
            return "request-submitted";
        }
    }

    /**
     * An officer agrees, and the request waits on for others. Conflict unless pending.
     *
     * @param to SHA-256 of what would be issued; another one takes the place of the officer's earlier one
     */
    record RequestAgreed(long id, Der to, String comment) implements JournalEvent {
        @Override
        public String type() {
            return "request-agreed";
        }
    }

    /** Conflict unless pending. It stands in the same entry as the certificate it led to, before it. */
    record RequestApproved(long id, String comment) implements JournalEvent {
        @Override
        public String type() {
            return "request-approved";
        }
    }

    /** Conflict unless pending. */
    record RequestDenied(long id, String comment) implements JournalEvent {
        @Override
        public String type() {
            return "request-denied";
        }
    }

    /**
     * An account was added or changed. {@code before} and {@code after} are what auditors see; the password hash is kept
     * sealed by the store, never in the clear. Conflict when it is in a group that does not exist.
     */
    record AccountSaved(Account account, String what) implements JournalEvent {
        @Override
        public String type() {
            return "account-saved";
        }
    }

    /**
     * A group was added, or its description or grants were changed, for all who are in it.
     *
     * @param what before and after in words, for auditors
     */
    record GroupSaved(Group group, String what) implements JournalEvent {
        @Override
        public String type() {
            return "group-saved";
        }
    }

    /**
     * A group is gone. Conflict when there is none of that name, or when accounts are in it.
     *
     * @param what it granted until then, for auditors
     */
    record GroupRemoved(String name, String what) implements JournalEvent {
        @Override
        public String type() {
            return "group-removed";
        }
    }

    /**
     * A profile says something else from now on, or there is a new one. Conflict unless {@code version} is one more than the
     * last of that name.
     *
     * @param version from 1, without a gap; removing a profile takes a number, too
     * @param text of the whole file, so that its SHA-256 is the version's
     * @param why for auditors
     */
    record ProfileSaved(String name, int version, Der sha256, String text, String why) implements JournalEvent {
        /** With the digest of its text. */
        public static ProfileSaved of(String name, int version, String text, String why) {
            return new ProfileSaved(name, version, digest(text), text, why);
        }

        /** SHA-256 of a profile's file. */
        public static Der digest(String text) {
            return Der.ofOwned(text.getBytes(StandardCharsets.UTF_8)).sha256();
        }

        @Override
        public String type() {
            return "profile-saved";
        }
    }

    /**
     * Nothing is issued by a profile any more. Conflict unless there is one of that name and {@code version} is one more
     * than its last.
     *
     * @param why for auditors
     */
    record ProfileRemoved(String name, int version, String why) implements JournalEvent {
        @Override
        public String type() {
            return "profile-removed";
        }
    }

    /**
     * A decision worth keeping that changes no other state: sign-in, refusal of policy, server start and stop.
     *
     * @param action kebab-case, {@code sign-in-failed}
     * @param object what it was about
     */
    record Decision(String action, String object, String detail) implements JournalEvent {
        @Override
        public String type() {
            return "decision";
        }
    }
}
