package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Mails are written to customers on their records, and what became of them stands there. */
@ExtendWith(Browser.class)
class MailTests {
    private static final String SELLER = "wangfang";
    private static final double MAIL_COMES_MILLIS = 60_000;

    private static Locator words(Page page) {
        return named(page, AriaRole.TEXTBOX, "正文");
    }

    private static Locator mail(Page page, String subject) {
        return page.getByRole(AriaRole.LISTITEM).filter(containing(subject)).first();
    }

    private static String contact(Api api, String name, String email) {
        return api.create("contact", Map.of("name", name, "email", email));
    }

    private static void write(Page page) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("邮件"))
                .press("Space");
        assertThat(words(page)).isVisible();
    }

    @Test
    void aMailWithTemplateAndAttachmentReachesTheCustomer(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn(SELLER);
        String person = contact(api, "苏晚晴", "suwanqing@example.com");
        Api.as(browser.demo(), App.ADMIN)
                .create(
                        "mail_template",
                        Map.of("name", "初次问候", "subject", "{{name}}，您好", "body", "<p>{{name}}，幸会</p>"));
        screen.open("/contact/" + person);
        write(page);
        assertThat(page.getByTitle("suwanqing@example.com")).isVisible();
        button(page, "模板").click();
        named(page, AriaRole.OPTION, "初次问候").click();
        assertThat(words(page)).hasText("苏晚晴，幸会");
        page.locator("input[type=file][multiple]:not([accept])")
                .setInputFiles(new FilePayload("报价.txt", "text/plain", "100".getBytes(StandardCharsets.UTF_8)));
        assertThat(button(page, "移除 报价.txt")).isVisible();
        screen.isAccessible().fitsItsWidth().picture("mail-written");
        words(page).press("Control+Enter");
        button(page, "撤回").click();
        assertThat(words(page)).hasText("苏晚晴，幸会");
        assertThat(mail(page, "苏晚晴，您好")).hasCount(0);

        words(page).press("Control+Enter");
        Locator sent = mail(page, "苏晚晴，您好");
        assertThat(sent).containsText("发送中");
        assertThat(sent).containsText("报价.txt");
        assertThat(sent).containsText("已发送", new LocatorAssertions.ContainsTextOptions().setTimeout(MAIL_COMES_MILLIS));
        screen.isAccessible().fitsItsWidth().picture("mail-sent");
        // what others get is for administrators to see
        Screen admin = browser.screen(browser.demo(), Look.DESK);
        admin.signIn(App.ADMIN);
        admin.open("/settings/mailbox");
        assertThat(named(admin.page(), AriaRole.LIST, "演示邮箱")
                        .getByRole(AriaRole.LINK)
                        .filter(containing("苏晚晴，您好")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MAIL_COMES_MILLIS));
    }

    @Test
    void whatIsNoAddressIsSaidAtOnceAndADraftWaits(Browser browser) {
        Screen phone = browser.screen(browser.demo(), Look.PHONE.darkened());
        Page page = phone.page();
        String person = contact(phone.signIn(SELLER), "方晓岚", "fangxiaolan@example.com");
        phone.open("/contact/" + person);
        write(page);
        page.getByLabel("主题").fill("样品");
        button(page, "抄送").click();
        page.keyboard().type("zhang@");
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("“zhang@”不是邮箱地址");
        phone.isAccessible().fitsItsWidth().picture("mail-phone");
        phone.open("/contact/" + person);
        assertThat(page.getByLabel("主题")).hasValue("样品");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("“zhang@”不是邮箱地址");
    }
}
