package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.title;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The main job without a mouse: nothing here clicks, and what is typed goes to whatever has the focus, Chinese in whole words as an
 * input method gives them.
 */
@ExtendWith(Browser.class)
class KeyboardJobTests {
    /** More presses of Tab than any page needs to get to a control. */
    private static final int FAR = 60;

    @Test
    void leadIsFoundNotedConvertedAndWon(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK).open("/");
        Page page = screen.page();
        signIn(page);
        screen.api().create("lead", Map.of("name", "欧阳静怡", "company", "澜沧江仪表"));

        command(page, "欧阳", "澜沧江仪表");
        assertThat(title(page)).hasText("欧阳静怡");

        Keyboard keys = page.keyboard();
        keys.press("n");
        assertThat(page.locator("textarea:focus")).hasAttribute("aria-label", "备注");
        keys.insertText("预算已批，下周签约");
        keys.press("Control+Enter");
        assertThat(page.getByRole(AriaRole.LISTITEM).getByText("预算已批，下周签约")).isVisible();

        command(page, "转为客户", "转为客户");
        assertThat(dialog(page)).containsText("欧阳静怡");
        // what is there already is looked up first
        assertThat(dialog(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("转为客户")))
                .isEnabled();
        keys.press("Control+Enter");
        page.waitForURL(Pattern.compile("/opportunity/"));
        assertThat(page.locator("main#content")).isFocused();

        tabTo(page, "需求分析");
        keys.press("Enter");
        assertThat(step(page)).hasText("需求分析");
        command(page, "移到“方案", "移到“方案/报价”");
        assertThat(step(page)).hasText("方案/报价");

        command(page, "赢单", "赢单");
        assertThat(dialog(page).getByLabel("金额")).isFocused();
        keys.type("260000");
        keys.press("Control+Enter");
        assertThat(dialog(page)).hasCount(0);
        assertThat(step(page)).hasText("赢单");
        String deal = title(page).innerText();
        keys.press("g");
        keys.press("d");
        counted(page);
        tabTo(page, "赢单");
        keys.press("Enter");
        page.waitForURL(Pattern.compile("/opportunity\\?"));
        assertThat(page.getByRole(AriaRole.ROW).filter(containing(deal))).isVisible();
    }

    /** The cockpit is there, and its figures are counted. */
    private static void counted(Page page) {
        page.waitForURL("**/cockpit");
        assertThat(page.getByRole(AriaRole.LINK).filter(containing("个商机")).first())
                .isVisible();
    }

    @Test
    void listIsWalkedLookedAtAndChosenFrom(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK).open("/");
        Page page = screen.page();
        signIn(page);
        Keyboard keys = page.keyboard();
        keys.press("g");
        keys.press("l");
        Locator rows = page.locator("[role=row][data-body]");
        assertThat(rows.first()).isVisible();

        keys.press("j");
        assertThat(rows.first()).isFocused();
        keys.press("Space");
        Locator peek = page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("预览"));
        assertThat(peek.getByRole(AriaRole.HEADING).first()).hasText(name(rows.first()));
        keys.press("ArrowDown");
        assertThat(peek.getByRole(AriaRole.HEADING).first()).hasText(name(rows.nth(1)));
        assertThat(rows.nth(1)).isFocused();
        screen.isAccessible().picture("keyboard-peek");
        keys.press("ArrowRight");
        assertThat(peek).isFocused();
        keys.press("Escape");
        assertThat(peek).hasCount(0);
        assertThat(rows.nth(1)).isFocused();

        keys.press("x");
        keys.press("j");
        keys.press("Shift+X");
        assertThat(page.locator("[role=row][aria-selected=true]")).hasCount(2);
        keys.press("Escape");
        assertThat(page.locator("[role=row][aria-selected=true]")).hasCount(0);

        tabTo(page, "新建线索", true);
        keys.press("Enter");
        assertThat(dialog(page)).isVisible();
        keys.press("j");
        keys.press("Escape");
        assertThat(dialog(page)).hasCount(0);
        assertThat(rows.first()).hasAttribute("data-at", "true");
    }

    @Test
    void mapOfKeysTellsWhatWorksHere(Browser browser) {
        Screen screen =
                browser.screen(browser.demo(), Look.DESK.english().darkened()).open("/");
        Page page = screen.page();
        signIn(page);
        Keyboard keys = page.keyboard();
        keys.press("g");
        keys.press("l");
        assertThat(page.locator("[role=row][data-body]").first()).isVisible();
        keys.press("?");
        Locator map = dialog(page);
        assertThat(map.getByRole(AriaRole.HEADING, level(3)).nth(1)).hasText("Lists, boards and calendars");
        screen.isAccessible().picture("keys");
        keys.press("Escape");
        assertThat(map).hasCount(0);

        keys.press("Control+k");
        assertThat(page.locator("input:focus")).isVisible();
        keys.type("shortcuts");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
        keys.press("Enter");
        assertThat(map).containsText("Keyboard shortcuts");
    }

    private static Locator.GetByRoleOptions level(int level) {
        return new Locator.GetByRoleOptions().setLevel(level);
    }

    /** The first field has the focus by itself. */
    private static void signIn(Page page) {
        assertThat(page.locator("input[name=login]")).isFocused();
        page.keyboard().type(App.ADMIN);
        page.keyboard().press("Tab");
        page.keyboard().type(App.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/today");
        assertThat(page.locator("main#content h1")).isVisible();
    }

    /** By the palette: typed, and gone to with the arrow until it is the one. */
    private static void command(Page page, String typed, String wanted) {
        page.keyboard().press("Control+k");
        Locator input = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("搜索和命令"));
        assertThat(input).isFocused();
        page.keyboard().insertText(typed);
        assertThat(input).hasValue(typed);
        Locator offers = page.getByRole(AriaRole.OPTION);
        assertThat(offers.filter(containing(wanted)).first()).isVisible();
        Locator chosen = page.locator("[role=option][aria-selected=true]");
        for (int i = 0; i < FAR && !chosen.innerText().contains(wanted); i++) {
            page.keyboard().press("ArrowDown");
        }
        page.keyboard().press("Enter");
        assertThat(offers).hasCount(0);
    }

    private static void tabTo(Page page, String name) {
        tabTo(page, name, false);
    }

    /** Goes on with Tab, or back, until the control that begins so has the focus. */
    private static void tabTo(Page page, String name, boolean back) {
        for (int i = 0; i < FAR; i++) {
            page.keyboard().press(back ? "Shift+Tab" : "Tab");
            String said = (String) page.evaluate("() => document.activeElement.getAttribute('aria-label')"
                    + " ?? document.activeElement.innerText ?? ''");
            if (said.strip().startsWith(name)) {
                return;
            }
        }
        throw new AssertionError("no way to " + name + " by Tab");
    }

    private static String name(Locator row) {
        return row.getByRole(AriaRole.LINK).first().innerText();
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Locator step(Page page) {
        return page.locator("[aria-current=step]");
    }
}
