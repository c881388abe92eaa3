package dev.chancery.core.authority;

import dev.chancery.core.x509.SerialNumber;
import java.net.URI;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a CA's certificates that has a CRL of its own (RFC 5280 §5.2.5), numbered from 1. */
public final class CrlPartition {
    /** Each is a signature and a file at every publication by the clock. */
    public static final int MOST = 256;

    private static final Pattern NUMBERED = Pattern.compile("-([1-9][0-9]{0,2})(?:\\.[^./]*)?$");
    private static final int RANDOM_BITS = 0x7fffffff;

    private CrlPartition() {}

    /**
     * The partition of a new certificate: even, since serials are random.
     *
     * @param partitions how many there are; empty is returned when there are none
     */
    public static OptionalInt of(SerialNumber serial, int partitions) {
        return partitions == 0
                ? OptionalInt.empty()
                : OptionalInt.of(1 + (serial.value().intValue() & RANDOM_BITS) % partitions);
    }

    /** The name under which its CRL is published, without its ending: {@code issuing-3} (CONTRACT.md). */
    public static String publication(String ca, int number) {
        return ca + "-" + number;
    }

    /** Where its CRL is, beside the full one: {@code …/issuing.crl} becomes {@code …/issuing-3.crl}. */
    public static URI address(URI full, int number) {
        String text = full.toString();
        int end = full.getRawQuery() == null ? text.length() : text.indexOf('?');
        int dot = text.lastIndexOf('.', end - 1);
        int path = text.lastIndexOf('/', end - 1);
        if (full.getRawPath().isEmpty()) {
            return URI.create(text.substring(0, end) + "/-" + number + text.substring(end));
        }
        int place = dot > path ? dot : end;
        return URI.create(text.substring(0, place) + "-" + number + text.substring(place));
    }

    /** The inverse of {@link #address}, of what such an address is; empty when it names no partition. */
    public static OptionalInt numberIn(String address) {
        int query = address.indexOf('?');
        Matcher found = NUMBERED.matcher(query < 0 ? address : address.substring(0, query));
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }
}
