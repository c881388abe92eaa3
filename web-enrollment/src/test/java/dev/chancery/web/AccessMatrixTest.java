package dev.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chancery.web.Client.Answer;
import dev.chancery.web.http.Door;
import dev.chancery.web.http.Route;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    private record Row(String label, Map<String, Integer> expected) {
        @Override
        public String toString() {
            return label;
        }
    }

    static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                AccessMatrixTest.class.getResourceAsStream("access-matrix.txt"), StandardCharsets.UTF_8))) {
            List<String> columns = List.of();
            for (String line : reader.lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#"))
                    .toList()) {
                List<String> cells =
                        Stream.of(line.split("\\|")).map(String::strip).toList();
                if (columns.isEmpty()) {
                    columns = cells;
                    continue;
                }
                assertThat(cells).as(line).hasSameSizeAs(columns);
                Map<String, Integer> expected = new LinkedHashMap<>();
                for (int i = 1; i < cells.size(); i++) {
                    expected.put(columns.get(i), Integer.valueOf(cells.get(i)));
                }
                rows.add(new Row(cells.get(0), expected));
            }
        }
        return rows;
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
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String caller : row.expected().keySet()) {
            Answer answer = callers.send(row.label(), caller);
            found.put(caller, answer.status());
            if (!caller.equals("plain http")) {
                openApi.check(row.label(), answer);
            }
        }
        assertThat(found).isEqualTo(row.expected());
    }
}
