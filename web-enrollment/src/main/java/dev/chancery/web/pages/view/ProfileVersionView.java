package dev.chancery.web.pages.view;

/**
 * One version of a profile.
 *
 * @param text of the whole file; empty for a removal
 * @param restore where an administrator can make this the newest one again; empty for others, and where it is
 */
public record ProfileVersionView(
        Frame frame,
        String profile,
        ProfileVersionRow row,
        String fingerprint,
        String journal,
        DifferenceView difference,
        String text,
        String restore) {}
