package io.hemai.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Where things are on a page, as people find them: by what they are and what they are called. */
public final class Finds {
    private Finds() {}

    /** What has the role and exactly the name. */
    public static Locator named(Page page, AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The same within a part of the page. */
    public static Locator named(Locator place, AriaRole role, String name) {
        return place.getByRole(
                role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The button of that name. */
    public static Locator button(Page page, String name) {
        return named(page, AriaRole.BUTTON, name);
    }

    /** What the page is about. */
    public static Locator title(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** What was told at the foot of the page, by a pattern of its words. */
    public static Locator told(Page page, String words) {
        return page.getByRole(AriaRole.STATUS).getByText(Pattern.compile(words));
    }

    /** Those in which the text stands. */
    public static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
