package dev.chancery.server;

import dev.chancery.config.ConfigurationException;
import dev.chancery.config.Shipped;
import dev.chancery.config.YamlReader;
import dev.chancery.core.fuzz.Target;
import dev.chancery.core.profile.CertificateProfile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Settings and profiles. */
public final class YamlTarget implements Target {
    @Override
    public List<byte[]> seeds() {
        List<String> texts = new ArrayList<>(Stream.of(
                        "server:\n  bind: \"127.0.0.1\"\n  http-port: 8080\ncrl:\n  lifetime: 7 days\n",
                        "a: &a [x, *a]\n? {b: c}\n: !!str |\n  d\n",
                        "crl: {lifetime: PT1H, overlap: 2 days}\nlog: {level: warn}\n")
                .toList());
        Shipped.profiles().values().stream().limit(2).forEach(texts::add);
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public boolean read(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        boolean settings = read(text, Settings.class);
        return read(text, CertificateProfile.class) || settings;
    }

    private static boolean read(String text, Class<? extends Record> type) {
        try {
            return YamlReader.read("fuzzed.yaml", text, type) != null;
        } catch (ConfigurationException e) {
            return e.getMessage() == null;
        }
    }
}
