package dev.chancery.web.pages.view;

import java.util.Locale;

/** What somebody's computer runs, guessed from its User-Agent: it decides which instructions stand open, nothing else. */
public enum Platform {
    WINDOWS,
    DEBIAN,
    FEDORA,
    APPLE,
    ANDROID;

    public static Platform guess(String userAgent) {
        String agent = userAgent.toLowerCase(Locale.ROOT);
        if (agent.contains("android")) {
            return ANDROID;
        }
        if (agent.contains("mac os") || agent.contains("iphone") || agent.contains("ipad")) {
            return APPLE;
        }
        if (agent.contains("fedora") || agent.contains("red hat")) {
            return FEDORA;
        }
        return agent.contains("linux") || agent.contains("x11") ? DEBIAN : WINDOWS;
    }
}
