package dev.chancery.core.csr;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The random numbers of OpenSSL 0.9.8 as Debian shipped it from 2006 to 2008 (CVE-2008-0166): a pool stirred with SHA-1
 * into which nothing goes any more but the number of a process. What is added counts by its length only.
 */
final class DebianRandom {
    private static final int POOL = 1023;
    private static final int DIGEST = 20;
    private static final int HALF = DIGEST / 2;

    /** A machine, as far as it shows: octets of a long, and of what stat(2) says about a file. */
    enum Architecture {
        AMD64(8, 144),
        I386(4, 88);

        private final int longOctets;
        private final int statOctets;

        Architecture(int longOctets, int statOctets) {
            this.longOctets = longOctets;
            this.statOctets = statOctets;
        }
    }

    /** The state of ~/.rnd when the program starts. */
    enum SeedFile {
        READABLE,
        UNREADABLE,
        ABSENT
    }

    private final Architecture architecture;
    private final byte[] process;
    private final byte[] pool = new byte[POOL];
    private final byte[] digest = new byte[DIGEST];
    private int filled;
    private int position;
    private long requests;
    private long blocks;
    private boolean seeded;
    private boolean stirred;

    DebianRandom(Architecture architecture, SeedFile file, int process) {
        this.architecture = architecture;
        this.process = process == 0
                ? new byte[0]
                : new byte[] {(byte) process, (byte) (process >> 8), (byte) (process >> 16), (byte) (process >> 24)};
        if (file != SeedFile.ABSENT) {
            add(architecture.statOctets);
        }
        if (file == SeedFile.READABLE) {
            add(1024);
        } else {
            seed();
        }
    }

    /** Somebody adds the time of day. */
    void addTime() {
        add(architecture.longOctets);
    }

    byte[] next(int length) {
        seed();
        if (!stirred) {
            for (int left = POOL; left > 0; left -= DIGEST) {
                add(DIGEST);
            }
            stirred = true;
        }
        return take(length);
    }

    private byte[] take(int length) {
        byte[] result = new byte[length];
        byte[] counters = counters(requests, blocks);
        byte[] local = digest.clone();
        int at = position;
        position += (length + HALF - 1) / HALF * HALF;
        if (position > filled) {
            position %= filled;
        }
        requests++;
        MessageDigest sha = sha1();
        for (int done = 0; done < length; done += HALF) {
            if (done == 0) {
                sha.update(process);
            }
            sha.update(local);
            sha.update(counters);
            update(sha, at, HALF, filled);
            local = sha.digest();
            for (int i = 0; i < HALF; i++) {
                pool[at] ^= local[i];
                at = (at + 1) % filled;
                if (done + i < length) {
                    result[done + i] = local[HALF + i];
                }
            }
        }
        sha.update(counters);
        sha.update(local);
        System.arraycopy(sha.digest(digest), 0, digest, 0, DIGEST);
        return result;
    }

    /** /dev/urandom, process, user and time: all of it thrown away. */
    private void seed() {
        if (!seeded) {
            seeded = true;
            add(32);
            for (int i = 0; i < 3; i++) {
                add(architecture.longOctets);
            }
        }
    }

    private void add(int length) {
        int at = position;
        long block = blocks;
        byte[] local = digest.clone();
        position += length;
        if (position >= POOL) {
            position %= POOL;
            filled = POOL;
        } else {
            filled = Math.max(filled, position);
        }
        blocks += (length + DIGEST - 1) / DIGEST;
        MessageDigest sha = sha1();
        for (int done = 0; done < length; done += DIGEST) {
            int step = Math.min(DIGEST, length - done);
            sha.update(local);
            update(sha, at, step, POOL);
            sha.update(counters(requests, block++));
            local = sha.digest();
            for (int i = 0; i < step; i++) {
                pool[at] ^= local[i];
                at = (at + 1) % POOL;
            }
        }
        for (int i = 0; i < DIGEST; i++) {
            digest[i] ^= local[i];
        }
    }

    private void update(MessageDigest sha, int from, int length, int size) {
        int first = Math.min(length, size - from);
        sha.update(pool, from, first);
        sha.update(pool, 0, length - first);
    }

    private byte[] counters(long first, long second) {
        int octets = architecture.longOctets;
        byte[] counters = new byte[2 * octets];
        for (int i = 0; i < octets; i++) {
            counters[i] = (byte) (first >> 8 * i);
            counters[octets + i] = (byte) (second >> 8 * i);
        }
        return counters;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
