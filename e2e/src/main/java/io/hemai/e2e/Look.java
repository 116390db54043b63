package io.hemai.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * How somebody looks at Hemai.
 *
 * @param language of the browser, {@code zh-CN} or {@code en}
 * @param dark whether the system asks for dark colours
 * @param width of the window in pixels
 * @param height of the window in pixels
 */
public record Look(String language, boolean dark, int width, int height) {
    /** A usual screen, light, Chinese. */
    public static final Look DESK = new Look("zh-CN", false, 1440, 900);

    /** A phone, light, Chinese. */
    public static final Look PHONE = new Look("zh-CN", false, 390, 844);

    /** The same in English. */
    public Look english() {
        return new Look("en", dark, width, height);
    }

    /** The same in dark colours. */
    public Look darkened() {
        return new Look(language, true, width, height);
    }

    Browser.NewContextOptions options(String address) {
        return new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height);
    }
}
