package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.AccessTable.Row;
import dev.chancery.web.Client.Answer;
import dev.chancery.web.http.Door;
import dev.chancery.web.http.Route;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SECURITY.md rule 8: every endpoint of the API for every kind of caller. The rows stand in {@code access-matrix.txt}; a
 * route without a row, and a row without a route, fail the build.
 */
@DisplayName("Every endpoint of the API")
class AccessMatrixTest {
    private static Callers callers;
    private static OpenApi openApi;

    @BeforeAll
    static void start() throws Exception {
        callers = new Callers();
        openApi = new OpenApi(
                callers.test().client().get("/api/v1/openapi.json").response().body());
    }

    @AfterAll
    static void stop() {
        callers.close();
    }

    static List<Row> rows() throws IOException {
        return AccessTable.read("access-matrix.txt");
    }

    @Test
    @DisplayName("has a row in the matrix, and every row has its endpoint")
    void complete() throws IOException {
        List<String> routes = callers.test().web.routes().stream()
                .filter(route -> route.door() == Door.API)
                .map(Route::label)
                .toList();
        assertThat(rows()).extracting(Row::label).containsExactlyInAnyOrderElementsOf(routes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("answers each caller as the matrix and the OpenAPI document say")
    void answers(Row row) throws Exception {
        Map<String, String> found = new LinkedHashMap<>();
        for (String caller : row.expected().keySet()) {
            Answer answer = callers.send(row.label(), caller);
            found.put(caller, Integer.toString(answer.status()));
            if (!caller.equals("plain http")) {
                openApi.check(row.label(), answer);
            }
        }
        assertThat(found).isEqualTo(row.expected());
    }
}
