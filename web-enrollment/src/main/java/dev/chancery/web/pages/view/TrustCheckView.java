package dev.chancery.web.pages.view;

/**
 * What a browser shows that has opened this server over HTTPS.
 *
 * @param secure false when somebody opened the address over plain HTTP, which proves nothing
 */
public record TrustCheckView(Frame frame, boolean secure) {}
