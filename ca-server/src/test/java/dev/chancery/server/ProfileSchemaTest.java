package dev.chancery.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chancery.config.KeyCatalog;
import dev.chancery.config.KeyDescription;
import dev.chancery.config.Shipped;
import dev.chancery.core.profile.CertificateProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The schema of profile files")
class ProfileSchemaTest {
    private final String text = ProfileFiles.schema();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);

    private List<String> errors(String yaml) {
        return schema.validate(yaml, InputFormat.YAML).stream()
                .map(Error::toString)
                .toList();
    }

    @Test
    @DisplayName("takes every profile that comes with the program, with all that is commented out in the manual")
    void shipped() {
        Shipped.profiles()
                .forEach((file, profile) -> assertThat(errors(profile)).as(file).isEmpty());
        String manual =
                dev.chancery.config.ManualDefaults.uncomment(Shipped.profiles().get("tls-server.yaml"));
        assertThat(errors(manual)).isEmpty();
    }

    @Test
    @DisplayName("stands in the repository beside the profiles, as it is made")
    void committed() throws IOException {
        Path file = Path.of("..", "config", "profiles", ProfileFiles.SCHEMA);
        assertThat(Files.readString(file))
                .as("replace config/profiles/" + ProfileFiles.SCHEMA
                        + " by the file of that name that a start writes beside the profiles")
                .isEqualTo(text);
        assertThat(Shipped.profiles().values())
                .allSatisfy(profile -> assertThat(profile)
                        .startsWith("# yaml-language-server: $schema=" + ProfileFiles.SCHEMA + "\n"));
    }

    @Test
    @DisplayName("has the keys that the reader knows, no other, and describes each")
    void keys() {
        List<String> found = new ArrayList<>();
        collect(JsonMapper.builder().build().readTree(text), "", found);

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(KeyCatalog.keys(CertificateProfile.class).stream()
                        .map(KeyDescription::path)
                        .toList());
    }

    /** The leaves, and the lists of sections themselves, as the catalog has them. */
    private static void collect(JsonNode node, String path, List<String> found) {
        if (node.has("properties")) {
            for (Map.Entry<String, JsonNode> property : node.get("properties").properties()) {
                assertThat(property.getValue().path("description").asString(""))
                        .as(property.getKey())
                        .isNotBlank();
                String key = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
                collect(property.getValue(), key, found);
            }
            return;
        }
        found.add(path);
        JsonNode items = node.path("items");
        JsonNode section = items.has("anyOf") ? items.get("anyOf").get(1) : items;
        if (section.has("properties")) {
            collect(section, path + "[]", found);
        }
    }

    @ParameterizedTest(name = "{1} in place of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "approval: none | approval: nobody",
                "approval: none | aproval: none",
                "kinds: [dns, ip] | kinds: [dns, dns]",
                "kinds: [dns, ip] | kinds: [host]",
                "minimum: 1 | minimum: one",
                "wildcards: true | wildcards: perhaps",
                "P-521] | P-192]",
                "policies: [] | policies: [{cps: x}]",
                "title: Web or application server | #"
            })
    @DisplayName("objects to what the reader objects to:")
    void objects(String good, String bad) {
        String profile = Shipped.profiles().get("tls-server.yaml");

        assertThat(profile).contains(good);
        assertThat(errors(profile.replace(good, bad))).isNotEmpty();
    }

    /** What the reader takes for the words of an enum, the schema offers, and the other way round. */
    @Test
    @DisplayName("offers only words that the reader takes")
    void words() {
        JsonNode curves =
                JsonMapper.builder().build().readTree(text).at("/properties/key/properties/curves/items/enum");
        List<String> offered = new ArrayList<>();
        curves.forEach(word -> offered.add(word.asString()));

        assertThat(offered).containsExactly("P-256", "P-384", "P-521", "Ed25519", "Ed448");
    }
}
