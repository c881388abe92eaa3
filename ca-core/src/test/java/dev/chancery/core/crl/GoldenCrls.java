package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.PublicationAddresses;
import dev.chancery.core.keys.LongMessage;
import dev.chancery.core.keys.SignatureAlgorithm;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.ledger.RevocationStatus;
import dev.chancery.core.memory.MemorySpool;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.core.x509.SerialNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CRLs for which there is one right encoding, signed with an RSA key that everybody may know, since PKCS#1 signatures are
 * the same each time (RFC 8017 §8.2).
 */
final class GoldenCrls {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final BigInteger FIRST = new BigInteger("4a000000000000000000000000000001", 16);

    private GoldenCrls() {}

    /** @param reason CRLReason, 8 for removeFromCRL, 0 for unspecified */
    record Line(BigInteger serial, Instant date, int reason, Optional<Instant> invalidityDate) {
        Line(BigInteger serial, int reason) {
            this(serial, NOW.minusSeconds(3600), reason, Optional.empty());
        }

        private byte[] encoded() {
            SerialNumber number = new SerialNumber(serial);
            return reason == DeltaEntries.REMOVE_FROM_CRL
                    ? CrlEncoder.removal(number, date)
                    : CrlEncoder.entry(
                            number, new RevocationStatus(date, RevocationReason.ofCode(reason), invalidityDate));
        }
    }

    record Golden(String name, CrlFrame frame, List<Line> lines) {
        @Override
        public String toString() {
            return name;
        }

        SignedCrl made() {
            List<ByteBuffer> pieces =
                    lines.stream().map(line -> ByteBuffer.wrap(line.encoded())).toList();
            EntryTally tally = new EntryTally();
            lines.forEach(line -> tally.add(line.serial(), line.date().getEpochSecond(), line.reason()));
            try {
                return new CrlDraft(new MemorySpool())
                        .sign(issuer(), frame, ListedEntries.of(pieces, tally))
                        .crl();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static List<Golden> all() {
        return List.of(
                new Golden("empty", frame("1", NOW), List.of()),
                new Golden("one", frame("2", NOW), List.of(new Line(FIRST, 0))),
                new Golden("reasons", frame("3", NOW), reasons()),
                new Golden("hold", frame("4", NOW), List.of(new Line(FIRST, 6))),
                new Golden("invalidity-date", frame("5", NOW), invalidityDates()),
                new Golden("serials", frame("6", NOW), serials()),
                new Golden("times", frame("7", Instant.parse("2049-12-31T23:59:59Z")), times()),
                new Golden("after-2049", frame("8", Instant.parse("2050-01-01T00:00:00Z")), times()),
                new Golden("number", frame("730750818665451459101842416358141509827966271487", NOW), List.of()),
                new Golden("freshest", full("128", NOW, Optional.of(deltaAddress())), List.of(new Line(FIRST, 1))),
                new Golden("delta", delta("129", "128"), deltaLines()),
                new Golden("delta-empty", delta("130", "127"), List.of()));
    }

    /** So many entries of 49 octets: the lengths of what is around them take one, two, three or four octets. */
    static Golden ofLength(int entries) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            lines.add(new Line(FIRST.add(BigInteger.valueOf(i)), 4));
        }
        return new Golden(entries + " entries", frame("9", NOW), lines);
    }

    private static URI deltaAddress() {
        return URI.create("http://pki.example.com/crl/golden-delta.crl");
    }

    private static List<Line> reasons() {
        List<Line> lines = new ArrayList<>();
        for (RevocationReason reason : RevocationReason.values()) {
            lines.add(new Line(FIRST.add(BigInteger.valueOf(reason.code())), reason.code()));
        }
        return lines;
    }

    private static List<Line> invalidityDates() {
        Instant earlier = Instant.parse("2026-05-30T01:02:03Z");
        return List.of(
                new Line(FIRST, NOW, 1, Optional.of(earlier)),
                new Line(FIRST.add(BigInteger.ONE), NOW, 0, Optional.of(earlier)),
                new Line(FIRST.add(BigInteger.TWO), NOW, 6, Optional.of(Instant.parse("2051-01-01T00:00:00Z"))));
    }

    /** Those whose INTEGER needs a leading zero, and those of 20 octets (RFC 5280 §4.1.2.2). */
    private static List<Line> serials() {
        return List.of(
                        "1",
                        "7f",
                        "80",
                        "ff",
                        "0100",
                        "8000",
                        "ff".repeat(16),
                        "01" + "00".repeat(19),
                        "7f" + "ff".repeat(19))
                .stream()
                .map(hex -> new Line(new BigInteger(hex, 16), 4))
                .toList();
    }

    private static List<Line> times() {
        return List.of(
                new Line(FIRST, Instant.parse("2000-01-01T00:00:00Z"), 4, Optional.empty()),
                new Line(FIRST.add(BigInteger.ONE), Instant.parse("2049-12-31T23:59:59Z"), 4, Optional.empty()),
                new Line(FIRST.add(BigInteger.TWO), Instant.parse("2050-01-01T00:00:00Z"), 0, Optional.empty()));
    }

    private static List<Line> deltaLines() {
        return List.of(
                new Line(FIRST, DeltaEntries.REMOVE_FROM_CRL),
                new Line(FIRST.add(BigInteger.ONE), 6),
                new Line(FIRST.add(BigInteger.TWO), 0));
    }

    private static CrlFrame frame(String number, Instant at) {
        return full(number, at, Optional.empty());
    }

    private static CrlFrame full(String number, Instant at, Optional<URI> freshest) {
        return frame(new CrlScope.Full(freshest), number, at);
    }

    private static CrlFrame delta(String number, String base) {
        return frame(new CrlScope.Delta(new CrlNumber(new BigInteger(base))), number, NOW);
    }

    private static CrlFrame frame(CrlScope scope, String number, Instant at) {
        return new CrlFrame(
                scope,
                new CrlNumber(new BigInteger(number)),
                at,
                at,
                at.plusSeconds(7 * 86_400),
                at.plusSeconds(86_400));
    }

    static Issuer issuer() {
        return new Issuer(
                "golden",
                new EncodedCertificate(Der.ofOwned(resource("ca.crt"))),
                List.of(),
                new KnownKey(),
                PublicationAddresses.under(URI.create("http://pki.example.com"), "golden"),
                2);
    }

    static byte[] resource(String name) {
        try (InputStream in = GoldenCrls.class.getResourceAsStream("/crl-golden/" + name)) {
            if (in == null) {
                throw new AssertionError("crl-golden/" + name + " is missing from the test resources");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(resource("ca.key")));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** No secret: it lies beside the golden files. */
    private static final class KnownKey implements SigningKey {
        @Override
        public Der publicKeyInfo() {
            return new EncodedCertificate(Der.ofOwned(resource("ca.crt"))).subjectPublicKeyInfo();
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return SignatureAlgorithm.SHA256_WITH_RSA;
        }

        @Override
        public Der sign(Der message) {
            return sign((LongMessage) reader -> reader.accept(ByteBuffer.wrap(message.octets())));
        }

        @Override
        public Der sign(LongMessage message) {
            try {
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initSign(privateKey());
                message.feed(part -> {
                    byte[] octets = new byte[part.remaining()];
                    part.get(octets);
                    try {
                        signature.update(octets);
                    } catch (GeneralSecurityException e) {
                        throw new AssertionError(e);
                    }
                });
                return Der.ofOwned(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String provider() {
            return "test";
        }
    }
}
