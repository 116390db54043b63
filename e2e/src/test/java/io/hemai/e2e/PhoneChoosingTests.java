package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several records are chosen and changed with one thumb, or without any touch. */
@ExtendWith(Browser.class)
class PhoneChoosingTests {
    private static Screen list(Browser browser, String names) {
        return browser.screen(Look.PHONE)
                .signedIn(App.ADMIN)
                .open(
                        "/lead?view=all&filter=%7B%22field%22%3A%22name%22%2C%22op%22%3A%22starts_with%22%2C%22value%22%3A%22"
                                + names + "%22%7D");
    }

    private static Locator card(Page page, String name) {
        return page.locator("[role=row]").filter(containing(name));
    }

    private static Locator acts(Page page) {
        return named(page, AriaRole.TOOLBAR, "批量操作");
    }

    private static Locator ways(Page page) {
        return named(page, AriaRole.NAVIGATION, "主导航");
    }

    @Test
    void aLongPressBeginsAndWhatIsDoneIsTakenBack(Browser browser) {
        Api api = Api.as(browser.app(), App.ADMIN);
        String one = api.create("lead", Map.of("name", "拇指甲", "company", "甲厂"));
        String other = api.create("lead", Map.of("name", "拇指乙", "company", "乙厂"));
        String third = api.create("lead", Map.of("name", "拇指丙", "company", "丙厂"));
        Screen screen = list(browser, "拇指");
        Page page = screen.page();
        assertThat(ways(page)).isVisible();
        card(page, "拇指甲").dispatchEvent("touchstart");
        assertThat(acts(page)).containsText("已选 1 条");
        card(page, "拇指甲").dispatchEvent("touchend");
        assertThat(ways(page)).isHidden();
        card(page, "拇指乙").getByRole(AriaRole.LINK).first().click();
        assertThat(acts(page)).containsText("已选 2 条");
        assertThat(card(page, "拇指乙").getByRole(AriaRole.CHECKBOX)).isChecked();
        screen.isAccessible().fitsItsWidth().picture("phone-chosen");

        button(page, "打标签").click();
        screen.isAccessible();
        page.getByLabel("添加", new Page.GetByLabelOptions().setExact(true)).fill("展会");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LISTBOX)).hasAccessibleName("添加");
        page.keyboard().press("Tab");
        screen.isAccessible();
        button(page, "更新 2 条").click();
        assertThat(told(page, "已更新 2 条的标签")).isVisible();
        assertThat(ways(page)).isVisible();
        assertThat(api.read("lead", one)).contains("展会");
        assertThat(api.read("lead", other)).contains("展会");
        assertThat(api.read("lead", third)).doesNotContain("展会");

        button(page, "撤销").click();
        assertThat(told(page, "已撤销")).isVisible();
        assertThat(api.read("lead", one)).doesNotContain("展会");
        assertThat(api.read("lead", other)).doesNotContain("展会");
    }

    @Test
    void choosingIsBegunAndLeftByKeys(Browser browser) {
        Api api = Api.as(browser.app(), App.ADMIN);
        for (String name : new String[] {"按键甲", "按键乙", "按键丙"}) {
            api.create("lead", Map.of("name", name));
        }
        Page page = list(browser, "按键").page();
        Locator choose = button(page, "选择");
        choose.press("Enter");
        assertThat(choose).hasAttribute("aria-pressed", "true");
        assertThat(acts(page)).containsText("已选 0 条");
        assertThat(button(page, "分配")).isDisabled();
        button(page, "全选 3 条").press("Enter");
        assertThat(acts(page)).containsText("已选 3 条");
        assertThat(button(page, "分配")).isEnabled();
        card(page, "按键乙").getByRole(AriaRole.CHECKBOX).press("Space");
        assertThat(acts(page)).containsText("已选 2 条");
        button(page, "取消选择").press("Enter");
        assertThat(ways(page)).isVisible();
        assertThat(page.getByRole(AriaRole.CHECKBOX)).hasCount(0);
        assertThat(choose).isFocused();
    }
}
