package io.hemai.records.transfer.file;

import java.util.Locale;

/** What a sheet's number means by the format it is shown in. */
enum NumberStyle {
    PLAIN,
    PERCENT,
    DATE,
    DATE_TIME,
    TIME,
    /** Hours that may exceed a day. */
    ELAPSED;

    /** The style of a format built into Excel; 27-36 and 50-58 are those of Chinese Excel. */
    static NumberStyle builtIn(int formatId) {
        return switch (formatId) {
            case 9, 10 -> PERCENT;
            case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> DATE;
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> TIME;
            case 22 -> DATE_TIME;
            case 46 -> ELAPSED;
            default -> PLAIN;
        };
    }

    /** The style that a format's code means, such as {@code yyyy"年"m"月"d"日"} or {@code 0.0%}. */
    static NumberStyle of(String formatCode) {
        String code = essence(formatCode);
        boolean days = code.indexOf('y') >= 0 || code.indexOf('d') >= 0;
        boolean hours = code.indexOf('h') >= 0 || code.indexOf('s') >= 0;
        boolean months = code.indexOf('m') >= 0;
        if (code.startsWith("<")) {
            return ELAPSED;
        }
        if (days || (months && !hours)) {
            return hours ? DATE_TIME : DATE;
        }
        if (hours) {
            return TIME;
        }
        return code.indexOf('%') >= 0 ? PERCENT : PLAIN;
    }

    /** The first section without literals, colours and conditions; a leading elapsed unit becomes {@code <}. */
    private static String essence(String formatCode) {
        String code = formatCode
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("[\\\\_*].", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\[(h+|m+|s+)]", "<")
                .replaceAll("\\[[^\\]]*]", "")
                .replace("general", "")
                .replace("am/pm", "h")
                .strip();
        int end = code.indexOf(';');
        return end < 0 ? code : code.substring(0, end);
    }
}
