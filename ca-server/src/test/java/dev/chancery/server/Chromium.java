package dev.chancery.server;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The system's Chromium, and somebody who signs in with it. */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 20;

    static final String NEW_PASSWORD = "four quiet words here";

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    /** @param mistakes gets what the browser complains about */
    Page page(List<String> mistakes) {
        return page(mistakes, 1280, ColorScheme.LIGHT);
    }

    Page page(List<String> mistakes, int width, ColorScheme scheme) {
        Page page = browser.newContext(options(width, scheme)).newPage();
        page.onConsoleMessage(message -> {
            // A check of a form that a newer one replaces ends so.
            boolean replaced = message.text().matches("htmx:(afterRequest|sendAbort), .*");
            if (message.type().equals("error") && !message.text().contains("status of 4") && !replaced) {
                mistakes.add(message.text());
            }
        });
        page.onPageError(mistakes::add);
        return page;
    }

    /** Playwright's own way to wait asks a second time by {@code eval}, which the pages' policy forbids. */
    static void until(Page page, String condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(page, condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so within " + PATIENCE.toSeconds() + " s: " + condition);
            }
            page.waitForTimeout(POLL_MILLIS);
        }
    }

    private static boolean holds(Page page, String condition) {
        try {
            return Boolean.TRUE.equals(page.evaluate("() => Boolean(" + condition + ")"));
        } catch (PlaywrightException e) {
            // The page is being left.
            return false;
        }
    }

    /** The form's own, for a name that is wrong. */
    static void takeTheProposal(Page page) {
        page.locator("#names-state [data-fix]").first().click();
        page.locator("#receipt .status.valid").waitFor();
    }

    /** From now on nothing comes from the cache. */
    static void uncached(Page page) {
        JsonObject off = new JsonObject();
        off.addProperty("cacheDisabled", true);
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.send("Network.setCacheDisabled", off);
    }

    /** From now on each answer takes so many milliseconds longer. */
    static void slow(Page page, int latency) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", latency);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", conditions);
    }

    /** Another window of somebody who has signed in. */
    Page another(Page signedIn, int width, ColorScheme scheme, boolean scripts) {
        return browser.newContext(options(width, scheme)
                        .setJavaScriptEnabled(scripts)
                        .setStorageState(signedIn.context().storageState()))
                .newPage();
    }

    /** A narrow window of somebody elsewhere. */
    Page abroad(String locale, String zone, boolean scripts) {
        return browser.newContext(options(390, ColorScheme.LIGHT)
                        .setLocale(locale)
                        .setTimezoneId(zone)
                        .setJavaScriptEnabled(scripts))
                .newPage();
    }

    private static Browser.NewContextOptions options(int width, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setAcceptDownloads(true);
    }

    static void signIn(Page page, URI signIn, String name, String password) {
        page.navigate(signIn.toString());
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.waitForURL("**/password*");
        page.locator("#current").fill(password);
        page.locator("#password").fill(NEW_PASSWORD);
        page.locator("#repeated").fill(NEW_PASSWORD);
        page.getByText("Save the new password").click();
        page.waitForURL(Pattern.compile(".*/(overview)?$"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
