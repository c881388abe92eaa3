package dev.chancery.server;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Small pictures of pages, for documents. */
final class Pictures {
    private static final int QUALITY = 60;

    private Pictures() {}

    /** The page as it stands in its window, as WebP, which Chromium writes by itself. */
    static void take(Page page, Path file) {
        JsonObject wish = new JsonObject();
        wish.addProperty("format", "webp");
        wish.addProperty("quality", QUALITY);
        CDPSession session = page.context().newCDPSession(page);
        try {
            Files.write(
                    file,
                    Base64.getDecoder()
                            .decode(session.send("Page.captureScreenshot", wish)
                                    .get("data")
                                    .getAsString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            session.detach();
        }
    }
}
