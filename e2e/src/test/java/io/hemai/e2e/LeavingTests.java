package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who signs out leaves nothing on any screen, and addresses that make no sense lead nowhere bad. */
@ExtendWith(Browser.class)
class LeavingTests {
    private static final Pattern DOOR = Pattern.compile("/sign-in");

    private static Locator create(Page page) {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("新建"));
    }

    @Test
    void everyWindowForgetsWhoHasSignedOut(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        Api api = screen.signIn(App.ADMIN);
        String id = api.create("lead", "{\"name\":\"离开甲\",\"company\":\"离开厂\"}");
        Page page = screen.open("/lead/" + id).page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("离开甲")))
                .isVisible();
        Page other = page.context().newPage();
        other.navigate(page.url());
        assertThat(other.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("离开甲")))
                .isVisible();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("我的账号"))
                .click();
        page.getByText("退出登录").click();

        for (Page each : List.of(page, other)) {
            each.waitForURL(DOOR);
            assertThat(each.getByText("离开甲")).hasCount(0);
            each.goBack();
            each.waitForURL(DOOR);
            assertThat(each.getByText("离开甲")).hasCount(0);
        }
    }

    @Test
    void whoClosesTheWindowIsAskedForWhatIsNotSaved(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        screen.signIn(App.ADMIN);
        Page page = screen.open("/settings/roles/sales").page();
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        Locator export = page.getByLabel("线索, 导出");
        boolean before = export.isChecked();
        export.click();
        page.evaluate("() => void setTimeout(() => location.reload())");
        page.waitForCondition(() -> asked.contains("beforeunload"));
        assertThat(export).isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(!before));

        page.getByText("今日").first().click();
        screen.isAccessible().picture("settings-role-leave");
        Finds.button(page, "继续编辑").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        Finds.button(page, "放弃修改").click();
        page.reload();
        assertThat(export).isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(before));
        assertThat(asked).hasSize(1);
    }

    /** Chromium keeps no pages while it is steered, so the event of one that it had kept is made. */
    @Test
    void aPageThatTheBrowserKeptIsReadAnew(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        screen.signIn(App.ADMIN);
        Page page = screen.open("/lead").page();
        assertThat(create(page)).isVisible();
        page.waitForRequest(
                Pattern.compile("/lead"),
                () -> page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"));
        assertThat(create(page)).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/\\evil.example", "//evil.example", "/\t/evil.example", "javascript:alert(1)"})
    void signingInLeadsIntoTheApplicationOnly(String to, Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        Page page = screen.open("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
                .page();
        page.locator("input[name=login]").fill(App.ADMIN);
        page.locator("input[name=password]").fill(App.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("今日");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter={\"and\":[5]}",
                "filter={\"field\":\"expected_amount\",\"op\":\"eq\",\"value\":{\"amount\":{},\"currency\":5}}",
                "kind=calendar&month=9999-12"
            })
    void anAddressThatMakesNoSenseShowsTheListAsItIsKept(String asked, Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        screen.signIn(App.ADMIN);
        int at = asked.indexOf('=') + 1;
        String address = asked.startsWith("filter")
                ? asked.substring(0, at) + URLEncoder.encode(asked.substring(at), StandardCharsets.UTF_8)
                : asked;
        Page page = screen.open("/lead?view=all&" + address).page();
        assertThat(create(page).first()).isVisible();
        assertThat(page.getByText("出了点问题")).hasCount(0);
    }
}
