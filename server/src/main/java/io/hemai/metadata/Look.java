package io.hemai.metadata;

import org.jspecify.annotations.Nullable;

/**
 * How the interface shows an object.
 *
 * @param icon name of an icon of the interface; null for the usual one
 * @param color one of its twelve tag colours; null for none
 * @param menu whether menus offer it to who may read it; an object that is being made waits
 * @param arranged whether the company put its fields in an order, to which forms keep then
 */
public record Look(@Nullable String icon, @Nullable String color, boolean menu, boolean arranged) {
    /** Nothing special. */
    public static final Look USUAL = new Look(null, null, true, false);
}
