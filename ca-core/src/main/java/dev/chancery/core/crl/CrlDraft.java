package dev.chancery.core.crl;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.keys.SigningKey;
import dev.chancery.core.x509.Der;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Signs a CRL and writes it, part by part: neither step ever holds it. */
final class CrlDraft {
    private final CrlSpool spool;

    CrlDraft(CrlSpool spool) {
        this.spool = spool;
    }

    /**
     * Signed, and not yet judged: its only way out is {@link CrlInspection}.
     *
     * @param meant what it has to list
     * @param entries the encoded entries, where they lie
     * @param flushed ends when it is on disk
     */
    record Unjudged(SignedCrl crl, EntryTally meant, ByteBuffer entries, CompletableFuture<Void> flushed) {}

    Unjudged sign(Issuer issuer, CrlFrame frame, ListedEntries entries) throws IOException {
        SigningKey key = issuer.signingKey();
        CrlEncoder.Frame tbs = CrlEncoder.tbsCertList(issuer, frame, entries.length());
        Der signature = key.sign(reader -> feed(tbs, entries, reader));
        CrlEncoder.Frame whole = CrlEncoder.certificateList(
                tbs.length() + entries.length(), key.algorithm().identifier(), signature);
        CrlSpool.Written written = write(whole, tbs, entries);
        SignedCrl crl = new SignedCrl(
                issuer.name(),
                frame.scope(),
                frame.number(),
                frame.signedAt(),
                frame.thisUpdate(),
                frame.nextUpdate(),
                frame.nextPublish(),
                entries.tally().count(),
                written.octets());
        int before = whole.before().length() + tbs.before().length();
        return new Unjudged(
                crl,
                entries.tally(),
                crl.octets().buffer().slice(before, Math.toIntExact(entries.length())),
                written.flushed());
    }

    private CrlSpool.Written write(CrlEncoder.Frame whole, CrlEncoder.Frame tbs, ListedEntries entries)
            throws IOException {
        try (CrlSpool.Sheet sheet = spool.sheet()) {
            sheet.write(buffer(whole.before()));
            sheet.write(buffer(tbs.before()));
            for (ByteBuffer piece : entries.pieces()) {
                sheet.write(piece.duplicate());
            }
            sheet.write(buffer(tbs.after()));
            sheet.write(buffer(whole.after()));
            return sheet.end();
        }
    }

    private static void feed(CrlEncoder.Frame tbs, ListedEntries entries, Consumer<ByteBuffer> reader) {
        reader.accept(buffer(tbs.before()));
        entries.feed(reader);
        reader.accept(buffer(tbs.after()));
    }

    private static ByteBuffer buffer(Der der) {
        return ByteBuffer.wrap(der.unsafeOctets());
    }
}
