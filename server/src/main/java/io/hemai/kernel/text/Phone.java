package io.hemai.kernel.text;

/**
 * A telephone number that can be called from anywhere.
 *
 * @param e164 such as {@code +8613800138000}: what is stored and compared
 * @param extension the digits after the switchboard's number, empty when there are none
 */
public record Phone(String e164, String extension) {

    /** The last four digits, by which people search for a caller. */
    public String lastFour() {
        return e164.substring(Math.max(1, e164.length() - 4));
    }
}
