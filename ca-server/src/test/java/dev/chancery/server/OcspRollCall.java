package dev.chancery.server;

import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Asks OCSP about what was acknowledged, and holds the answers against the journal: SECURITY.md says that each acknowledged
 * revocation is in OCSP at once. The journal itself is held against the acknowledgements by {@link HistoryCheck}.
 */
final class OcspRollCall {
    /** As many as one request may ask about. */
    private static final int AT_ONCE = 32;

    /** Of those that were asked about before. */
    private static final int SAMPLE = 4 * AT_ONCE;

    private final Random random = new Random(1);
    private final Set<String> before = new LinkedHashSet<>();
    private int changesBefore;

    /** Sends a request to a CA's responder. */
    @FunctionalInterface
    interface Responder {
        byte[] ask(byte[] request) throws IOException, InterruptedException;
    }

    /** Everything that was acknowledged since the call before, and a sample of the rest. */
    void check(Acknowledgements told, HistoryCheck history, Responder responder)
            throws IOException, InterruptedException {
        List<String> older = new ArrayList<>(before);
        Collections.shuffle(older, random);
        Set<String> asked = new LinkedHashSet<>(told.issued().keySet());
        asked.removeAll(before);
        List<Acknowledgements.Change> changes = told.changes();
        changes.subList(changesBefore, changes.size()).forEach(change -> asked.add(change.serial()));
        asked.addAll(older.subList(0, Math.min(SAMPLE, older.size())));
        ask(asked, history, responder);
        before.addAll(asked);
        changesBefore = changes.size();
    }

    /** Everything that was ever acknowledged. */
    void checkAll(Acknowledgements told, HistoryCheck history, Responder responder)
            throws IOException, InterruptedException {
        ask(told.issued().keySet(), history, responder);
    }

    private static void ask(Collection<String> serials, HistoryCheck history, Responder responder)
            throws IOException, InterruptedException {
        List<String> all = List.copyOf(serials);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            askOnce(all.subList(from, Math.min(from + AT_ONCE, all.size())), history, responder);
        }
    }

    private static void askOnce(List<String> serials, HistoryCheck history, Responder responder)
            throws IOException, InterruptedException {
        EncodedCertificate ca = history.authority("issuing");
        List<BigInteger> numbers = serials.stream().map(OcspRollCall::number).toList();
        OcspAnswer answer = new OcspAnswer(responder.ask(OcspQuestion.request(ca, numbers)));
        Map<BigInteger, String> verdicts = answer.verdicts();
        for (String serial : serials) {
            String expected = history.status(serial)
                    .map(reason -> reason.equals("certificateHold") ? "held" : "revoked")
                    .orElse("good");
            String found = verdicts.get(number(serial));
            if (!expected.equals(found)) {
                throw new AssertionError(
                        "OCSP says of " + serial + " that it is " + found + "; by the journal it is " + expected);
            }
        }
        try {
            answer.mustBeSignedFor(ca);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("an OCSP response about " + serials + " that does not verify", e);
        }
    }

    private static BigInteger number(String serial) {
        return SerialNumber.parse(serial).value();
    }
}
