package io.dictdb.examples.terminal;

import java.util.Arrays;

/*
 * How many cells of a terminal a code point takes: 0, 1 or 2. The table is the East Asian Width property (Wide and Fullwidth), with
 * blocks of pictographs taken whole: the few narrow characters in them are then measured a cell too wide, which may cost a little
 * alignment but never makes a line too long. Marks and format characters take no cell. A variation selector that asks for an emoji
 * counts one, because it makes a narrow character before it wide.
 */
final class CharacterWidth {
    private static final int EMOJI_SELECTOR = 0xFE0F;
    private static final int FIRST_MARK = 0x300;

    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x2329, 0x232A},
        {0x23E9, 0x23EC},
        {0x23F0, 0x23F0},
        {0x23F3, 0x23F3},
        {0x25FD, 0x25FE},
        {0x2614, 0x2615},
        {0x2648, 0x2653},
        {0x267F, 0x267F},
        {0x2693, 0x2693},
        {0x26A1, 0x26A1},
        {0x26AA, 0x26AB},
        {0x26BD, 0x26BE},
        {0x26C4, 0x26C5},
        {0x26CE, 0x26CE},
        {0x26D4, 0x26D4},
        {0x26EA, 0x26EA},
        {0x26F2, 0x26F3},
        {0x26F5, 0x26F5},
        {0x26FA, 0x26FA},
        {0x26FD, 0x26FD},
        {0x2705, 0x2705},
        {0x270A, 0x270B},
        {0x2728, 0x2728},
        {0x274C, 0x274C},
        {0x274E, 0x274E},
        {0x2753, 0x2755},
        {0x2757, 0x2757},
        {0x2795, 0x2797},
        {0x27B0, 0x27B0},
        {0x27BF, 0x27BF},
        {0x2B1B, 0x2B1C},
        {0x2B50, 0x2B50},
        {0x2B55, 0x2B55},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE10, 0xFE19},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18DFF},
        {0x1AFF0, 0x1B2FF},
        {0x1F004, 0x1F004},
        {0x1F0CF, 0x1F0CF},
        {0x1F18E, 0x1F18E},
        {0x1F191, 0x1F19A},
        {0x1F200, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F7E0, 0x1F7F0},
        {0x1F900, 0x1F9FF},
        {0x1FA70, 0x1FAFF},
        {0x20000, 0x3FFFD},
    };

    private CharacterWidth() {}

    static int of(int codePoint) {
        if (codePoint < FIRST_MARK || codePoint == EMOJI_SELECTOR) {
            return 1;
        }
        return takesNoCell(codePoint) ? 0 : isWide(codePoint) ? 2 : 1;
    }

    private static boolean takesNoCell(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || (codePoint >= 0x1160 && codePoint <= 0x11FF);
    }

    private static boolean isWide(int codePoint) {
        int at = Arrays.binarySearch(
                WIDE,
                new int[] {codePoint, codePoint},
                (range, point) -> range[1] < point[0] ? -1 : range[0] > point[0] ? 1 : 0);
        return at >= 0;
    }
}
