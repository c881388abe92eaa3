package dev.chancery.core.editing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two texts, line by line: the fewest lines that have to go and to come. */
public final class LineDifference {
    /** Longer texts are compared as a whole, so that nobody can make a page slow. */
    private static final int MOST_LINES = 1_500;

    private LineDifference() {}

    /** What became of a line. */
    public enum Kind {
        KEPT,
        REMOVED,
        ADDED
    }

    /** @param number in the text where it stands: the older one's for what was removed, else the newer one's */
    public record Line(Kind kind, int number, String text) {}

    /** All lines of both texts, what was removed before what took its place. */
    public static List<Line> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> young = after.lines().toList();
        if (old.size() > MOST_LINES || young.size() > MOST_LINES) {
            return whole(old, young);
        }
        int[][] longest = longestCommon(old, young);
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
                lines.add(new Line(Kind.KEPT, ++j, old.get(i++)));
            } else if (i < old.size() && (j == young.size() || longest[i + 1][j] >= longest[i][j + 1])) {
                lines.add(new Line(Kind.REMOVED, i + 1, old.get(i++)));
            } else {
                lines.add(new Line(Kind.ADDED, j + 1, young.get(j++)));
            }
        }
        return Collections.unmodifiableList(lines);
    }

    /** How many lines the rests of both texts have in common, from each pair of places on. */
    private static int[][] longestCommon(List<String> old, List<String> young) {
        int[][] longest = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = young.size() - 1; j >= 0; j--) {
                longest[i][j] = old.get(i).equals(young.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private static List<Line> whole(List<String> old, List<String> young) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            lines.add(new Line(Kind.REMOVED, i + 1, old.get(i)));
        }
        for (int i = 0; i < young.size(); i++) {
            lines.add(new Line(Kind.ADDED, i + 1, young.get(i)));
        }
        return lines;
    }
}
