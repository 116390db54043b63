package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several records are tagged at once, each keeps what it had besides, and all of it is taken back. */
@ExtendWith(Browser.class)
class BulkTagTests {
    private static final String LIST = "/lead?view=all&columns=tags&filter="
            + "%7B%22field%22%3A%22name%22%2C%22op%22%3A%22starts_with%22%2C%22value%22%3A%22批量%22%7D";

    private static Locator input(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .and(page.locator("input"));
    }

    @Test
    void tagsAreAddedBesideThoseThatAreThere(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        Api api = screen.signIn(App.ADMIN);
        String one = api.create("lead", "{\"name\":\"批量甲\",\"company\":\"甲厂\",\"tags\":[\"展会\",\"老客户\"]}");
        String other = api.create("lead", "{\"name\":\"批量乙\",\"company\":\"乙厂\",\"tags\":[\"VIP\"]}");
        Page page = screen.open(LIST).page();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("选择全部"))
                .click();
        button(page, "打标签").click();
        screen.isAccessible();
        input(page, "添加").fill("VIP");
        page.keyboard().press("Enter");
        screen.isAccessible();
        input(page, "添加").fill("老");
        assertThat(page.locator(".ant-select-item-option").getByText("老客户")).isVisible();
        // Enter would take 老客户, which is there already
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        input(page, "移除").fill("展会");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        screen.isAccessible().picture("bulk-tags");
        button(page, "更新 2 条").click();
        assertThat(page.getByText("已更新 2 条的标签")).isVisible();
        assertThat(api.read("lead", one)).contains("\"tags\":[\"老客户\",\"VIP\",\"老\"]");
        assertThat(api.read("lead", other)).contains("\"tags\":[\"VIP\",\"老\"]");

        button(page, "撤销").click();
        assertThat(page.getByText("已撤销")).isVisible();
        assertThat(api.read("lead", one)).contains("\"tags\":[\"展会\",\"老客户\"]");
        assertThat(api.read("lead", other)).contains("\"tags\":[\"VIP\"]");
    }
}
