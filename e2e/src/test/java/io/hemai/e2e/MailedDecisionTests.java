package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is asked by mail decides by the link in it, on a phone on which nobody is signed in. */
@ExtendWith(Browser.class)
class MailedDecisionTests {
    private static final String SELLS = "mailed-seller";
    private static final String LEADS = "mailed-lead";
    private static final double MAIL_COMES_MILLIS = 60_000;

    /** A deal of the seller's, on which the lead is asked to decide; answers its id. */
    private static String asked(Api admin, Api seller, String deal) {
        String flow = admin.create(
                "flow",
                Map.of(
                        "name",
                        "特价审批",
                        "object",
                        "opportunity",
                        "definition",
                        Map.of(
                                "trigger",
                                Map.of("kind", "button"),
                                "steps",
                                List.of(Map.of("do", "approval", "input", Map.of("who", "manager"))))));
        admin.post("records/flow/" + flow + "/publish", Map.of());
        String record = seller.create("opportunity", Map.of("name", deal, "amount", "128000"));
        seller.post("flows/" + flow + "/runs", Map.of("records", List.of(record)));
        return record;
    }

    private static void people(Api admin) {
        admin.hire(LEADS, "sales_manager");
        admin.hire(SELLS, "sales");
        String lead = admin.first("user", "login", LEADS);
        admin.change("user", lead, Map.of("email", "mailed-lead@example.com"));
        admin.change("user", admin.first("user", "login", SELLS), Map.of("manager", lead));
    }

    /** Where the link in the mail leads. */
    private static String link(Browser browser, String deal) {
        Page page = browser.screen(browser.demo(), Look.DESK)
                .signedIn(LEADS)
                .open("/settings/mailbox")
                .page();
        Locator mail =
                named(page, AriaRole.LIST, "演示邮箱").getByRole(AriaRole.LINK).filter(containing(deal));
        assertThat(mail).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MAIL_COMES_MILLIS));
        mail.click();
        URI link = URI.create(page.frameLocator("iframe").getByText("无需登录，直接处理").getAttribute("href"));
        return link.getPath() + "#" + link.getFragment();
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    @Test
    void theMailIsEnoughToDecide(Browser browser) {
        Api admin = Api.as(browser.demo(), App.ADMIN);
        people(admin);
        Api seller = Api.as(browser.demo(), SELLS);
        String deal = asked(admin, seller, "远航特价");
        String link = link(browser, "远航特价");

        Screen phone = browser.screen(browser.demo(), Look.PHONE).open(link);
        Page page = phone.page();
        assertThat(heading(page)).hasText("特价审批");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("128,000");
        phone.isAccessible().fitsItsWidth().picture("decide-phone");
        button(page, "拒绝").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("请填写原因");
        page.getByLabel("审批意见").fill("可以，下不为例");
        button(page, "同意").click();
        assertThat(heading(page)).hasText("您已同意“特价审批”");
        assertThat(heading(page)).isFocused();
        phone.isAccessible().fitsItsWidth().picture("decided-phone");
        assertThat(seller.get("approvals?object=opportunity&record=" + deal)).contains("可以，下不为例");

        // the link is used up, and tells nothing of the deal any more
        Page again = browser.screen(browser.demo(), Look.DESK.english().darkened())
                .open(link)
                .page();
        assertThat(heading(again)).hasText("您已同意“特价审批”");
        assertThat(again.url()).endsWith("/decide");
        assertThat(again.getByText("远航特价")).hasCount(0);
    }

    @Test
    void aLinkThatIsNoneSaysWhatToDo(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK).open("/decide#none");
        assertThat(screen.page().getByText("无法通过此链接审批")).isVisible();
        screen.isAccessible().picture("decide-none");
        named(screen.page(), AriaRole.LINK, "登录合脉查看").click();
        screen.page().waitForURL("**/sign-in?*");
    }
}
