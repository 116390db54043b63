package io.hemai.kernel.text;

/**
 * A telephone number that can be called from anywhere.
 *
 * @param e164 such as {@code +8613800138000}: what is stored and compared
 * @param extension the digits after the switchboard's number, empty when there are none
 */
public record Phone(String e164, String extension) {}
