package dev.chancery.core.editing;

/**
 * What somebody wants a profile to be.
 *
 * @param text of the whole file
 * @param basis number of the version that they saw and changed; 0 when it is to be a new profile
 * @param why for those who ask later; may be empty
 */
public record ProfileChange(String name, String text, int basis, String why) {
    /** As long as a comment may be. */
    public static final int LONGEST_WHY = 500;

    /** Far above any profile, and no more than what a form may carry. */
    public static final int LONGEST_TEXT = 64 * 1024;
}
