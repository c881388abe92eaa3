package dev.chancery.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.config.Node.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The files that come with the program")
class ShippedTest {
    /** Maven runs the tests of a module in its directory. */
    private static final Path MODULE = Path.of("");

    @Test
    @DisplayName("are the manual of the repository")
    void manual() throws Exception {
        assertThat(Shipped.manual()).isEqualTo(Files.readString(MODULE.resolve("chancery.yaml")));
    }

    @Test
    @DisplayName("are all the profiles of the repository: profiles.txt lists each file of config/profiles")
    void profiles() throws Exception {
        assertThat(Shipped.profiles()).isEqualTo(inRepository("profiles"));
    }

    @Test
    @DisplayName("are all the roles of the repository: roles.txt lists each file of config/roles")
    void roles() throws Exception {
        assertThat(Shipped.roles()).isEqualTo(inRepository("roles"));
    }

    private static Map<String, String> inRepository(String folder) throws Exception {
        Map<String, String> inRepository = new TreeMap<>();
        try (Stream<Path> files = Files.list(MODULE.resolve(folder))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                inRepository.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return inRepository;
    }

    @Test
    @DisplayName("set nothing until somebody removes a #")
    void everythingIsCommentedOut() throws Exception {
        Node shipped = TreeBuilder.build(new Source("chancery.yaml", Shipped.manual(), true), new Problems());
        assertThat(leaves(shipped)).allMatch(Node::isEmpty);
    }

    @Test
    @DisplayName("are YAML with every option uncommented, and each option is explained above")
    void everyOptionIsExplained() throws Exception {
        String options = ManualDefaults.uncomment(Shipped.manual());
        Problems problems = new Problems();
        assertThat(leaves(TreeBuilder.build(new Source("chancery.yaml", options, true), problems)))
                .hasSizeGreaterThan(15);
        problems.throwIfAny();
        List<String> lines = Shipped.manual().lines().toList();
        Pattern option = Pattern.compile(" *#[^ ].*");
        for (int i = 1; i < lines.size(); i++) {
            if (option.matcher(lines.get(i)).matches()) {
                assertThat(lines.get(i - 1))
                        .as("the line above `%s`", lines.get(i))
                        .matches(" *# .*");
            }
            assertThat(lines.get(i)).hasSizeLessThanOrEqualTo(120);
        }
    }

    private static List<Node> leaves(Node node) {
        return node instanceof Mapping mapping
                ? mapping.entries().stream()
                        .flatMap(entry -> leaves(entry.value()).stream())
                        .toList()
                : List.of(node);
    }
}
