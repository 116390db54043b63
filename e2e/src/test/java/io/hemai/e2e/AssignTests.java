package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A deal changes hands: who is given it can go on with it at once. */
@ExtendWith(Browser.class)
class AssignTests {
    @Test
    void aDealComesWithItsCustomerAndWhatIsToDo(Browser browser) {
        Api boss = Api.as(browser.app(), App.ADMIN);
        boss.hire("taking", "sales");
        String account = boss.create("account", Map.of("name", "远航机电"));
        String contact = boss.create("contact", Map.of("name", "郑航", "mobile", "13812345678", "account", account));
        String deal = boss.create("opportunity", Map.of("name", "换手的商机", "account", account, "contact", contact));
        String task =
                boss.create("task", Map.of("subject", "下周一报价", "about", Map.of("object", "opportunity", "id", deal)));

        Screen giving = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/opportunity/" + deal);
        Page page = giving.page();
        button(page, "更多操作").first().click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("分配"))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("新负责人随之可见");
        dialog.getByLabel("负责人").fill("taking");
        page.getByTitle("taking").last().click();
        giving.isAccessible().picture("assign");
        named(dialog, AriaRole.BUTTON, "分配").click();
        assertThat(told(page, "已更换负责人")).isVisible();
        assertThat(boss.read("task", task)).contains("\"label\":\"taking\"");

        Screen taking = browser.screen(Look.DESK).signedIn("taking").open("/opportunity/" + deal);
        page = taking.page();
        assertThat(page.locator("main")).not().containsText("无权查看");
        page.locator("main a[href='/account/" + account + "']").first().click();
        page.waitForURL(Pattern.compile("/account/"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("远航机电");
        taking.isAccessible();
    }
}
