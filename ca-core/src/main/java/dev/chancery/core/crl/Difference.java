package dev.chancery.core.crl;

import dev.chancery.core.journal.CrlDifference;
import dev.chancery.core.journal.CrlDifference.Certificates;
import dev.chancery.core.x509.SerialNumber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notes what changes from one list of entries to the next. */
final class Difference {
    private final Noted added = new Noted();
    private final Noted changed = new Noted();
    private final Noted removed = new Noted();

    private static final class Noted {
        private final List<SerialNumber> first = new ArrayList<>();
        private int count;

        void add(SerialNumber serial) {
            count++;
            if (first.size() < CrlDifference.NAMED) {
                first.add(serial);
            }
        }

        Certificates all() {
            return new Certificates(count, first);
        }
    }

    /**
     * By rising serial.
     *
     * @param before the encoded entry that was there
     * @param after the encoded entry that is there now
     */
    void note(SerialNumber serial, Optional<ByteBuffer> before, Optional<byte[]> after) {
        if (before.isEmpty() && after.isPresent()) {
            added.add(serial);
        } else if (before.isPresent() && after.isEmpty()) {
            removed.add(serial);
        } else if (before.isPresent() && !before.get().equals(ByteBuffer.wrap(after.orElseThrow()))) {
            changed.add(serial);
        }
    }

    /** @param previous the number of the CRL that has the first of the two lists */
    CrlDifference since(CrlNumber previous) {
        return new CrlDifference(previous.value(), added.all(), changed.all(), removed.all());
    }
}
