package dev.chancery.web;

import dev.chancery.web.http.Json;

/** JSON that test clients send. */
final class Bodies {
    private Bodies() {}

    static String issue(String profile, String csr) {
        return Json.object().put("profile", profile).put("csr", csr).toString();
    }
}
