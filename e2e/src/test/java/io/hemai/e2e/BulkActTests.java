package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was done to many records is found again after its message has gone. */
@ExtendWith(Browser.class)
class BulkActTests {
    @Test
    void anActOnManyIsTakenBackLater(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String one = somebody.create("lead", Map.of("name", "批量一", "title", "工程师"));
        String other = somebody.create("lead", Map.of("name", "批量二", "title", "工程师"));
        somebody.post("records/lead/bulk", Map.of("ids", List.of(one, other), "set", Map.of("title", "厂长")));
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/import");
        Page page = screen.page();
        Locator act =
                page.getByRole(AriaRole.LISTITEM).filter(containing("编辑职务")).first();
        assertThat(act).containsText("更新 2 条");
        screen.isAccessible();
        act.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤销"))
                .click();
        assertThat(told(page, "已撤销，恢复了 2 条")).isVisible();
        assertThat(act).containsText("已撤销");
        assertThat(somebody.read("lead", one)).contains("\"title\":\"工程师\"");
    }
}
