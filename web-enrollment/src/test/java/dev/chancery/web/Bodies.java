package dev.chancery.web;

import dev.chancery.web.http.Json;

/** JSON that test clients send. */
final class Bodies {
    static final String TOPOLOGY = """
        {"sipDomains": ["lab.example.com"],
         "pools": [{"role": "front", "fqdn": "pool.lab.example.com", "servers": ["a.lab.example.com", "b.lab.example.com"]}]}
        """;

    private Bodies() {}

    static String issue(String profile, String csr) {
        return Json.object().put("profile", profile).put("csr", csr).toString();
    }
}
