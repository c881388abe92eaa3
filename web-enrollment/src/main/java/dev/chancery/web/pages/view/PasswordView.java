package dev.chancery.web.pages.view;

/**
 * Where people change their password.
 *
 * @param forced nothing else works until it is done
 * @param currentError what was wrong with the current password, possibly empty
 * @param freshError what was wrong with the new one, possibly empty
 */
public record PasswordView(Frame frame, boolean forced, String currentError, String freshError) {}
