package dev.chancery.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SECURITY.md rule 2: what is granted, held against an oracle that was written in another way. */
@DisplayName("Grants of a requester and of their groups")
class GrantsOracleTest {
    private static final long SEED = 20260601;
    private static final int NAMES_OF_ONE = 20;
    private static final List<String> KINDS = List.of("dns", "ip", "email", "uri", "upn", "subject");
    /** Few, alike, and ends of each other, so that names often meet grants, and nearly. */
    private static final List<String> LABELS = List.of("a", "b", "ab", "ba", "A", "a-b", "xn--a", "lab");

    private final Random random = new Random(SEED);

    @Test
    @DisplayName("cover of 20,000 random names those that the oracle says")
    void some() {
        compare(20_000);
    }

    @Test
    @Tag("long")
    @DisplayName("cover of 1,000,000 random names those that the oracle says")
    void million() {
        compare(1_000_000);
    }

    private void compare(int names) {
        int covered = 0;
        for (int done = 0; done < names; done += NAMES_OF_ONE) {
            HeldGrants held = held();
            Oracle oracle = new Oracle(held);
            for (int i = 0; i < NAMES_OF_ONE; i++) {
                String kind = KINDS.get(random.nextInt(4) == 0 ? random.nextInt(KINDS.size()) : random.nextInt(2));
                String name = name(kind);
                boolean answer = held.cover(kind, name);
                if (answer != oracle.covers(kind, name)) {
                    assertThat(answer).as("%s %s by %s", kind, name, held).isEqualTo(!answer);
                }
                covered += answer ? 1 : 0;
            }
        }
        // Neither answer is rare, or the test would compare nothing.
        assertThat(covered).isBetween(names / 10, names * 9 / 10);
    }

    private HeldGrants held() {
        List<Group> groups = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            groups.add(new Group("group" + i, "", grants()));
        }
        return new HeldGrants(grants(), groups);
    }

    private NameGrants grants() {
        List<String> exact = new ArrayList<>();
        List<String> suffixes = new ArrayList<>();
        List<String> ranges = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            exact.add(name(KINDS.get(random.nextInt(KINDS.size()))));
            suffixes.add((random.nextInt(4) == 0 ? "." : "") + host(1 + random.nextInt(2)));
            boolean four = random.nextBoolean();
            ranges.add(address(four) + "/" + (four ? random.nextInt(33) : random.nextInt(129)));
        }
        return new NameGrants(exact, suffixes, random.nextBoolean(), ranges, random.nextInt(50) == 0);
    }

    private String name(String kind) {
        return switch (kind) {
            case "dns" -> (random.nextInt(4) == 0 ? "*." : "") + host(1 + random.nextInt(4));
            case "ip" -> address(random.nextBoolean());
            case "email", "upn" -> host(1) + "@" + host(2);
            case "uri" -> "https://" + host(2) + "/";
            default -> random.nextBoolean() ? host(2) : "Example " + host(1);
        };
    }

    private String host(int labels) {
        return random.ints(labels, 0, LABELS.size()).mapToObj(LABELS::get).collect(Collectors.joining("."));
    }

    /** Few different bits, written in one of several ways. */
    private String address(boolean four) {
        if (four) {
            return (random.nextBoolean() ? 10 : 192) + "." + random.nextInt(2) + "." + random.nextInt(256) + "."
                    + random.nextInt(4);
        }
        String start = random.nextBoolean() ? "fd00" : "2001:db8";
        return switch (random.nextInt(3)) {
            case 0 -> start + "::" + Integer.toHexString(random.nextInt(4));
            case 1 ->
                (start + ":0:0:0:0:0:0:0").substring(0, start.length() + 2 * (8 - groups(start) - 1)) + ":"
                        + Integer.toHexString(random.nextInt(65536));
            default -> (start + "::" + Integer.toHexString(random.nextInt(16)) + ":1").toUpperCase(Locale.ROOT);
        };
    }

    private static int groups(String start) {
        return start.split(":").length;
    }

    /** A grant as one regular expression for text and as intervals of whole numbers for addresses. */
    private static final class Oracle {
        private record Interval(int bits, BigInteger first, BigInteger last) {}

        private record Part(Pattern hosts, Pattern others, List<Interval> addresses) {}

        private final List<Part> parts = new ArrayList<>();

        Oracle(HeldGrants held) {
            parts.add(part(held.own()));
            held.groups().forEach(group -> parts.add(part(group.grants())));
        }

        private static Part part(NameGrants grants) {
            if (grants.all()) {
                Pattern anything = Pattern.compile(".*");
                return new Part(anything, anything, List.of());
            }
            String exact = grants.exact().stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
            String suffixes =
                    grants.dnsSuffixes().stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
            String below = grants.dnsSuffixes().isEmpty()
                    ? ""
                    : "|" + (grants.wildcards() ? "(?:\\*\\.)?" : "") + "(?:[^.*]+\\.)*" + suffixes;
            Pattern others = grants.exact().isEmpty() ? Pattern.compile("(?!)") : insensitive(exact);
            Pattern hosts = insensitive((grants.exact().isEmpty() ? "(?!)" : exact) + below);
            List<Interval> addresses = new ArrayList<>();
            grants.ipRanges().forEach(range -> addresses.add(interval(range)));
            grants.exact().stream()
                    .filter(name -> name.matches("[0-9.]+|[0-9a-f]*:[0-9a-f:]+"))
                    .forEach(name -> addresses.add(interval(name + (name.contains(":") ? "/128" : "/32"))));
            return new Part(hosts, others, addresses);
        }

        private static Pattern insensitive(String expression) {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        }

        private static Interval interval(String range) {
            String[] halves = range.split("/");
            byte[] octets = octets(halves[0]);
            int free = octets.length * 8 - Integer.parseInt(halves[1]);
            BigInteger first = new BigInteger(1, octets).shiftRight(free).shiftLeft(free);
            return new Interval(octets.length, first, first.add(BigInteger.ONE.shiftLeft(free)));
        }

        private static byte[] octets(String address) {
            try {
                return InetAddress.getByName(address).getAddress();
            } catch (UnknownHostException e) {
                throw new AssertionError(e);
            }
        }

        boolean covers(String kind, String name) {
            for (Part part : parts) {
                Pattern pattern = kind.equals("dns") ? part.hosts() : part.others();
                if (pattern.matcher(name).matches() || kind.equals("ip") && inside(part, octets(name))) {
                    return true;
                }
            }
            return false;
        }

        private static boolean inside(Part part, byte[] octets) {
            BigInteger number = new BigInteger(1, octets);
            return part.addresses().stream()
                    .anyMatch(interval -> interval.bits() == octets.length
                            && number.compareTo(interval.first()) >= 0
                            && number.compareTo(interval.last()) < 0);
        }
    }
}
