package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.title;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The mails of a demo, which are read in Hemai. */
@ExtendWith(Browser.class)
class MailboxTests {
    private static final String MAILBOX = "/settings/mailbox";
    private static final String READER = "wangfang";
    private static final double MAIL_COMES_MILLIS = 60_000;

    /** Somebody asks the reader for something, on a customer of that name; answers its id. */
    private static String mention(App demo, Api reader, String name) {
        Api admin = Api.as(demo, App.ADMIN);
        String person = Api.idOf(reader.get("session"));
        String account = admin.create("account", Map.of("name", name, "owner", person));
        Map<String, Object> about = Map.of("object", "account", "id", account);
        admin.create("comment", Map.of("body", "@[同事](" + person + ") 合同请今天看一下", "about", about));
        return account;
    }

    @Test
    void aMailArrivesByItselfIsReadAndLeadsBack(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api reader = screen.signIn(READER);
        reader.create("notification_setting", Map.of("mention", "mail"));
        screen.open(MAILBOX);
        String account = mention(browser.demo(), reader, "海棠来信有限公司");

        Locator mail =
                named(page, AriaRole.LIST, "演示邮箱").getByRole(AriaRole.LINK).filter(containing("海棠来信有限公司"));
        assertThat(mail).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MAIL_COMES_MILLIS));
        screen.isAccessible().picture("mailbox");
        mail.focus();
        page.keyboard().press("Enter");

        FrameLocator said = page.frameLocator("iframe");
        assertThat(said.getByText("合同请今天看一下")).isVisible();
        assertThat(said.locator(".sheet")).hasCSS("border-radius", "8px");
        assertThat(page.locator("iframe")).hasAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
        screen.isAccessible().fitsItsWidth().picture("mailbox-mail");
        Page customer =
                page.waitForPopup(() -> said.getByRole(AriaRole.LINK).first().click());
        customer.waitForURL(Pattern.compile("/account/" + account + "$"));
        assertThat(title(customer)).containsText("海棠来信有限公司");

        button(page, "纯文本").click();
        assertThat(page.locator("pre")).containsText("/account/" + account);
        inTheOtherLook(browser, page.url());
    }

    /** On a phone, dark, in English. */
    private static void inTheOtherLook(Browser browser, String address) {
        Screen phone = browser.screen(browser.demo(), Look.PHONE.english().darkened())
                .signedIn(READER)
                .open(MAILBOX);
        assertThat(named(phone.page(), AriaRole.LIST, "Demo mailbox")).isVisible();
        phone.isAccessible().fitsItsWidth().picture("mailbox-phone");
        phone.open(address);
        assertThat(phone.page().frameLocator("iframe").getByText("合同请今天看一下")).isVisible();
        assertThat(phone.page().frameLocator("iframe").locator("body")).hasCSS("background-color", "rgb(15, 18, 21)");
        phone.isAccessible().fitsItsWidth().picture("mailbox-mail-phone");
    }

    @Test
    void whereMailsLeaveThereIsNoSuchPage(Browser browser) {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/settings/account");

        assertThat(named(screen.page(), AriaRole.LINK, "账号与安全").first()).isVisible();
        assertThat(named(screen.page(), AriaRole.LINK, "演示邮箱")).hasCount(0);
    }
}
