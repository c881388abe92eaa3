package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.http.Door;
import dev.chancery.web.http.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("The OpenAPI document")
class OpenApiTest {
    private static TestWeb test;
    private static OpenApi openApi;

    @BeforeAll
    static void start() throws Exception {
        test = new TestWeb();
        openApi =
                new OpenApi(test.client().get("/api/v1/openapi.json").response().body());
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    private static List<Route> routes() {
        return test.web.routes().stream()
                .filter(route -> route.door() == Door.API)
                .toList();
    }

    @Test
    @DisplayName("describes each route, and nothing else")
    void complete() {
        assertThat(openApi.operations())
                .containsExactlyInAnyOrderElementsOf(
                        routes().stream().map(Route::label).toList());
    }

    @Test
    @DisplayName("gives each operation a name of its own, its path variables and its errors")
    void operations() {
        List<String> ids = new ArrayList<>();
        for (Route route : routes()) {
            JsonNode operation = openApi.operation(route.label());
            ids.add(operation.get("operationId").stringValue());
            List<String> variables = operation
                    .path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.get("in").stringValue().equals("path"))
                    .map(parameter -> parameter.get("name").stringValue())
                    .toList();
            assertThat(variables).as(route.label()).isEqualTo(route.path().variables());
            if (!operation.has("security")) {
                assertThat(operation.get("responses").propertyNames())
                        .as(route.label())
                        .contains("401", "403");
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("refers to nothing that is not there, and has nothing that nobody refers to")
    void references() {
        List<String> references = new ArrayList<>();
        collect(openApi.document(), references);
        for (String reference : references) {
            assertThat(openApi.document().at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
        for (String kind : List.of("schemas", "responses")) {
            for (String name : openApi.document().get("components").get(kind).propertyNames()) {
                assertThat(references).contains("#/components/" + kind + "/" + name);
            }
        }
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.get("$ref").stringValue());
        }
        node.forEach(child -> collect(child, references));
    }
}
