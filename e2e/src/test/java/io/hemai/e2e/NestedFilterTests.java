package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.title;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Conditions in groups, and groups in groups, made by hand and kept as they came by the API. */
@ExtendWith(Browser.class)
class NestedFilterTests {
    private static final String NEW = "{\"op\":\"in\",\"field\":\"status\",\"value\":[\"new\"]}";
    private static final String LARGE = "{\"op\":\"ge\",\"field\":\"score\",\"value\":60}";
    private static final String ALONE = "{\"op\":\"empty\",\"field\":\"owner\"}";
    private static final String NAMED = "{\"op\":\"not_empty\",\"field\":\"company\"}";

    private static Locator group(Page page, String name) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void aDeepFilterIsChangedInPlaceAndLosesNothing(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        Api api = screen.signIn(App.ADMIN);
        String shown = api.create("lead", "{\"name\":\"两层以内\",\"company\":\"某公司\",\"mobile\":\"13800138001\"}");
        String view = api.create("view", """
                {"name":"层层筛选","object":"lead","filter":{"and":[%s,{"or":[%s,{"not":{"and":[%s,{"or":[%s,%s]}]}}]}]}}""".formatted(NEW, LARGE, ALONE, NAMED, LARGE));
        Page page = screen.open("/lead?view=" + view).page();
        assertThat(title(page)).hasText("层层筛选");
        assertThat(page.locator("[data-row='" + shown + "'], [role=row][data-body]")
                        .first())
                .isVisible();
        assertThat(group(page, "满足任一")).hasCount(2);
        screen.isAccessible().picture("filter-nested");

        Locator innermost = group(page, "满足任一").last();
        innermost
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("添加条件"))
                .press("Enter");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("满足全部条件的组"))
                .waitFor();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.COMBOBOX).fill("邮箱");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill("hemai");
        page.keyboard().press("Enter");
        assertThat(innermost).containsText("邮箱");
        button(page, "均不满足：改为…").press("Enter");
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("满足任一"))
                .click();
        button(page, "保存").click();
        assertThat(button(page, "保存")).isHidden();
        String mail = "{\"op\":\"contains\",\"field\":\"email\",\"value\":\"hemai\"}";
        assertThat(api.read("view", view).replaceAll("\\s", ""))
                .contains("""
                {"and":[%s,{"or":[%s,{"or":[{"and":[%s,{"or":[%s,%s,{"and":[%s]}]}]}]}]}]}""".formatted(NEW, LARGE, ALONE, NAMED, LARGE, mail));

        onThePhone(browser, view);
    }

    private static void onThePhone(Browser browser, String view) {
        Screen phone = browser.screen(Look.PHONE);
        phone.signIn(App.ADMIN);
        Page small = phone.open("/lead?view=" + view).page();
        button(small, "筛选 2").click();
        assertThat(group(small, "满足全部")).hasCount(2);
        phone.isAccessible().fitsItsWidth().picture("phone-filter-nested");
        button(small, "移除条件“邮箱”").click();
        assertThat(group(small, "满足全部")).hasCount(1);
    }
}
