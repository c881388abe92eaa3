package dev.chancery.web.pages.view;

/**
 * An error.
 *
 * @param detail what was wrong, in words
 * @param path where to go from here
 * @param label what that link says
 */
public record ProblemPageView(Frame frame, int status, String title, String detail, String path, String label) {}
