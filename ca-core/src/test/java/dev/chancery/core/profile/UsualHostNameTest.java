package dev.chancery.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A usual host name")
class UsualHostNameTest {
    private static final String LETTERS = "abZ019-..:/@*_ \u00e4%[]";

    @Test
    @Tag("slow")
    @DisplayName("is judged at once as it would be at a closer look")
    void agreeing() {
        Random random = new Random(9525);
        int usual = 0;
        for (int i = 0; i < 8_000; i++) {
            String name = name(random);
            assertThat(HostNameCheck.check(name)).as(name).isEqualTo(HostNameCheck.lookCloser(name));
            usual += HostNameCheck.check(name).isEmpty() ? 1 : 0;
        }
        assertThat(usual).as("good names among them").isGreaterThan(200);
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(12);
        int letters = random.nextBoolean() ? 9 : LETTERS.length();
        for (int i = 0; i < length; i++) {
            name.append(LETTERS.charAt(random.nextInt(letters)));
        }
        return random.nextInt(10) == 0 ? "xn--" + name : name.toString();
    }
}
