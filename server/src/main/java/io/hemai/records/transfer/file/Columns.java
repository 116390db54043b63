package io.hemai.records.transfer.file;

/** Reads the numbers and cell addresses of a sheet without trusting them. */
final class Columns {
    /** What Excel has room for. */
    static final int MOST = 16_384;

    private Columns() {}

    /** A non-negative whole number, or -1 for anything else. */
    static int number(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** The column of an address such as {@code AB12}, counted from 0; -1 when it is none. */
    static int index(String address) {
        int column = 0;
        int at = 0;
        while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
            column = column * 26 + (address.charAt(at) - 'A' + 1);
            at++;
            if (column > MOST) {
                return -1;
            }
        }
        return column - 1;
    }
}
