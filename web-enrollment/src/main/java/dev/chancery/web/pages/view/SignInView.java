package dev.chancery.web.pages.view;

/**
 * Where people sign in.
 *
 * @param next path to go on to
 * @param name as typed before, possibly empty
 * @param error why it did not work, possibly empty
 * @param withCertificate whether the browser has shown a client certificate
 */
public record SignInView(Frame frame, String next, String name, String error, boolean withCertificate) {}
