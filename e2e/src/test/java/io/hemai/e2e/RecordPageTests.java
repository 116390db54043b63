package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.title;
import static io.hemai.e2e.Finds.told;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a customer on one page: what belongs to it, what was said of it, and what became of it. */
@ExtendWith(Browser.class)
class RecordPageTests {
    /** A PNG of one pixel. */
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private static Screen atA(String object, Browser browser) {
        Screen screen =
                browser.screen(browser.demo(), Look.DESK).signedIn("chenlifeng").open("/" + object);
        Page page = screen.page();
        page.locator("main a[href^='/" + object + "/']").first().click();
        page.waitForURL(Pattern.compile("/" + object + "/[0-9a-f-]{36}$"));
        return screen;
    }

    private static Locator happened(Page page, String text) {
        return page.getByRole(AriaRole.LISTITEM).filter(containing(text));
    }

    @Test
    void whatBelongsToItIsAddedAndLookedAtBesideThePage(Browser browser) {
        Screen screen = atA("account", browser);
        Page page = screen.page();
        Locator related = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("联系人"));
        related.getByRole(AriaRole.BUTTON).click();
        page.getByLabel("姓名").fill("赵钱孙");
        button(page, "保存").click();
        Locator contact = related.getByText("赵钱孙");
        assertThat(contact).isVisible();

        contact.click();
        Locator peek = page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("预览"));
        assertThat(peek.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1)))
                .hasText("赵钱孙");
        screen.isAccessible().picture("record-peek");
        page.keyboard().press("Escape");
        assertThat(peek).hasCount(0);
        assertThat(contact).isFocused();
    }

    @Test
    void theNextStepEndsWhereTheButtonsDo(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String id = somebody.create("opportunity", Map.of("name", "对齐的商机", "next_step", "发报价"));
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/opportunity/" + id)
                .page();
        Locator words = page.locator("main header")
                .getByText("发报价", new Locator.GetByTextOptions().setExact(true))
                .first();
        assertThat(words).isVisible();
        named(page, AriaRole.BUTTON, "赢单").first().waitFor();
        page.waitForCondition(() -> pastTheButtons(words) < 1);
    }

    private static double pastTheButtons(Locator words) {
        Object past = words.evaluate("words => { const text = document.createRange(); text.selectNodeContents(words);"
                + " const edge = Math.max(...[...words.closest('header').querySelectorAll('button:not([data-edit])')]"
                + "   .map(button => button.getBoundingClientRect().right));"
                + " return Math.abs(text.getClientRects()[0].right - edge); }");
        return ((Number) past).doubleValue();
    }

    @Test
    void aCallIsNotedFromARecordAndFromItsRow(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        String lead = screen.signIn("lizeyu").create("lead", Map.of("name", "齐白石", "mobile", "13800138199"));
        // a browser without a telephone asks what is to open the number, and lets nothing else be pressed meanwhile
        page.addInitScript(
                "addEventListener('click', (e) => e.target.closest?.('a[href^=\"tel:\"]') && e.preventDefault())");
        screen.open("/lead/" + lead);
        page.locator("[data-facts] a[href^='tel:']").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("和齐白石的通话");
        named(dialog, AriaRole.BUTTON, "复制 138 0013 8199").click();
        assertThat(dialog.getByRole(AriaRole.STATUS)).hasText("已复制");
        named(dialog, AriaRole.BUTTON, "已联系上").click();
        dialog.getByLabel("聊了什么，对方怎么说").fill("要一份报价");
        // the record can be read and worked with meanwhile
        named(page.locator("main"), AriaRole.RADIO, "变更").click();
        assertThat(dialog.getByLabel("聊了什么，对方怎么说")).hasValue("要一份报价");
        screen.isAccessible().picture("record-call");
        named(page.locator("main"), AriaRole.RADIO, "全部").click();
        named(dialog, AriaRole.BUTTON, "保存").click();
        assertThat(dialog).hasCount(0);
        assertThat(happened(page, "要一份报价").first()).containsText("已联系上");
        screen.isAccessible().picture("record-called");
        button(page, "撤销").click();
        assertThat(happened(page, "要一份报价")).hasCount(0);

        screen.open("/lead?view=all");
        calls(page, "齐白石");
        assertThat(dialog).containsText("和齐白石的通话");
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
    }

    @Test
    void whatIsBegunAfterACallIsThereAgainWhenOneComesBack(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("lizeyu");
        api.create("lead", Map.of("name", "高适", "mobile", "13800138196"));
        api.create("lead", Map.of("name", "王昌龄", "mobile", "13800138195"));
        page.addInitScript(
                "addEventListener('click', (e) => e.target.closest?.('a[href^=\"tel:\"]') && e.preventDefault())");
        screen.open("/lead?view=all");
        calls(page, "高适");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator first = named(page, AriaRole.DIALOG, "和高适的通话");
        named(first, AriaRole.BUTTON, "已联系上").click();
        first.getByLabel("下一步").fill("寄样品");
        Locator another = named(first, AriaRole.GROUP, "什么时候做")
                .locator("button[aria-pressed=false]")
                .first();
        String day = another.textContent();
        another.click();
        calls(page, "王昌龄");
        assertThat(named(page, AriaRole.DIALOG, "和王昌龄的通话")).isVisible();
        assertThat(named(dialog, AriaRole.BUTTON, "已联系上")).hasAttribute("aria-pressed", "false");
        assertThat(dialog.getByLabel("下一步")).hasValue("");
        calls(page, "高适");
        assertThat(first).isVisible();
        isAsBegun(dialog, day);
        page.setViewportSize(600, 800);
        assertThat(page.locator(".ant-modal")).isVisible();
        isAsBegun(dialog, day);
    }

    private static void calls(Page page, String name) {
        Locator row = page.locator("[role=row][data-body]").filter(containing(name));
        row.hover();
        named(row, AriaRole.LINK, "打电话给" + name).click();
    }

    private static void isAsBegun(Locator dialog, String day) {
        assertThat(named(dialog, AriaRole.BUTTON, "已联系上")).hasAttribute("aria-pressed", "true");
        assertThat(dialog.getByLabel("下一步")).hasValue("寄样品");
        assertThat(named(dialog, AriaRole.BUTTON, day)).hasAttribute("aria-pressed", "true");
    }

    @Test
    void whoeverADealIsMadeWithIsCalledFromIt(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("lizeyu");
        String account = api.create("account", Map.of("name", "辋川别业"));
        String contact = api.create("contact", Map.of("name", "王维", "mobile", "13800138197", "account", account));
        String deal = api.create("opportunity", Map.of("name", "别业二期", "account", account, "contact", contact));
        page.addInitScript(
                "addEventListener('click', (e) => e.target.closest?.('a[href^=\"tel:\"]') && e.preventDefault())");
        screen.open("/opportunity/" + deal);
        page.locator("header").getByLabel("打电话给王维").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("和王维的通话");
        dialog.getByLabel("聊了什么，对方怎么说").fill("下周看现场");
        screen.isAccessible().picture("deal-call");
        named(dialog, AriaRole.BUTTON, "保存").click();
        assertThat(happened(page, "下周看现场").first()).isVisible();
    }

    @Test
    void aTaskIsPlannedAtAPressOrByDayAndTime(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("lizeyu");
        String lead = api.create("lead", Map.of("name", "岑参"));
        screen.open("/lead/" + lead);
        named(page, AriaRole.RADIO, "任务").first().check(new Locator.CheckOptions().setForce(true));
        page.locator("textarea[data-note]").fill("寄样品");
        Locator at = page.getByLabel("到期日期和时间");
        button(page, "下周一").click();
        assertThat(at).hasValue(Pattern.compile("^\\d{4}-\\d{2}-\\d{2} 09:00$"));
        screen.isAccessible().picture("record-task");
        at.fill("2030-05-06 14:30");
        at.press("Enter");
        button(page, "保存").click();
        assertThat(happened(page, "寄样品").first()).isVisible();
        assertThat(api.read("task", api.first("task", "lead", lead))).contains("\"due_at\":\"2030-05-06T06:30");
    }

    @Test
    void aDealSaysHowFarItCameWhereThatIsAnotherStage(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.DESK);
        Page page = screen.page();
        Api api = screen.signIn("lizeyu");
        String deal = api.create("opportunity", Map.of("name", "走得远", "stage", "proposal"));
        screen.open("/opportunity/" + deal);
        Locator facts = page.locator("[data-facts]");
        assertThat(facts).containsText("走得远");
        assertThat(facts).not().containsText("最远阶段");
        api.change("opportunity", deal, Map.of("stage", "initial_contact"));
        assertThat(facts).containsText("最远阶段");
        api.post("records/opportunity/" + deal + "/close_won", Map.of());
        assertThat(page.locator("[aria-current=step]")).hasText("赢单");
        assertThat(facts).not().containsText("最远阶段");
    }

    @Test
    void colleaguesTalkAboutItAndFilesGoAlong(Browser browser) {
        Screen screen = atA("account", browser);
        Page page = screen.page();
        page.getByText("评论", new Page.GetByTextOptions().setExact(true)).first().click();
        Locator words = named(page, AriaRole.TEXTBOX, "评论");
        words.pressSequentially("合同请 @");
        named(page, AriaRole.COMBOBOX, "提到同事").fill("管理员");
        named(page, AriaRole.OPTION, "管理员").click();
        words.pressSequentially("看一下");
        page.locator("input[type=file]").first().setInputFiles(new FilePayload[] {
            new FilePayload("合同草稿.txt", "text/plain", "甲方乙方".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("盖章页.png", "image/png", Base64.getDecoder().decode(DOT))
        });
        words.press("Control+Enter");

        Locator said = happened(page, "合同请 @管理员 看一下");
        assertThat(said).isVisible();
        assertThat(happened(page, "合同草稿.txt").first()).isVisible();
        Locator shown = button(page, "查看图片 盖章页.png");
        assertThat(shown.locator("img")).hasJSProperty("naturalWidth", 1);
        screen.isAccessible();
        named(page, AriaRole.RADIO, "变更").click();
        assertThat(said).hasCount(0);
        named(page, AriaRole.RADIO, "评论").last().click();
        assertThat(said).isVisible();

        said.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("更多操作"))
                .click();
        named(page, AriaRole.MENUITEM, "改写").click();
        named(page, AriaRole.TEXTBOX, "改写").fill("合同请 @管理员 尽快看");
        page.keyboard().press("Control+Enter");
        Locator anew = happened(page, "合同请 @管理员 尽快看");
        assertThat(anew).isVisible();
        anew.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("更多操作"))
                .click();
        named(page, AriaRole.MENUITEM, "删除").click();
        assertThat(anew).hasCount(0);
        assertThat(told(page, "^已删除$")).isVisible(); // until then the last one is that of the rewording
        button(page, "撤销").last().click();
        assertThat(anew).isVisible();
    }

    @Test
    void whatWasWrittenIsTakenBackWithItsFiles(Browser browser) {
        Screen screen = atA("account", browser);
        Page page = screen.page();
        Locator words = page.locator("textarea[data-note]");
        words.fill("写错了地方");
        page.locator("input[type=file]").first().setInputFiles(new FilePayload[] {
            new FilePayload("错的附件.txt", "text/plain", "甲方乙方".getBytes(StandardCharsets.UTF_8))
        });
        words.press("Control+Enter");
        assertThat(happened(page, "写错了地方").first()).isVisible();
        assertThat(happened(page, "错的附件.txt").first()).isVisible();
        button(page, "撤销").click();
        assertThat(happened(page, "写错了地方")).hasCount(0);
        assertThat(happened(page, "错的附件.txt")).hasCount(0);
    }

    @Test
    void aLongCommentShowsItsEndWhenItIsWanted(Browser browser) {
        Screen screen = browser.screen(Look.DESK);
        Api api = screen.signIn(App.ADMIN);
        String lead = api.create("lead", Map.of("name", "长话短说"));
        api.create(
                "comment", Map.of("body", "一行\n".repeat(30) + "最后一行", "about", Map.of("object", "lead", "id", lead)));
        Page page = screen.open("/lead/" + lead).page();
        Locator words = page.getByText("最后一行");
        double folded = words.boundingBox().height;
        button(page, "展开全部").click();
        assertThat(button(page, "收起")).isVisible();
        assertThat(words.boundingBox().height).isGreaterThan(2 * folded);
        screen.isAccessible();
        button(page, "收起").click();
        assertThat(button(page, "展开全部")).isVisible();
    }

    @Test
    void itIsFollowedSharedLookedUpDeletedAndBroughtBack(Browser browser) {
        Screen screen = atA("contact", browser);
        Page page = screen.page();
        button(page, "关注").click();
        assertThat(button(page, "已关注")).isVisible();

        button(page, "更多操作").first().click();
        named(page, AriaRole.MENUITEM, "共享").click();
        button(page, "添加同事或部门").click();
        page.getByRole(AriaRole.OPTION).first().click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX)).hasValue("read");
        screen.isAccessible();
        page.keyboard().press("Escape");

        button(page, "更多操作").first().click();
        named(page, AriaRole.MENUITEM, "历史").click();
        // the timeline tells it as well
        Locator history = page.getByRole(AriaRole.DIALOG);
        assertThat(history.getByText("新建了记录")).isVisible();
        page.keyboard().press("Escape");
        assertThat(history).hasCount(0);

        String name = title(page).innerText();
        String address = page.url();
        button(page, "更多操作").first().click();
        Locator delete = named(page, AriaRole.MENUITEM, "删除联系人");
        delete.click();
        page.waitForURL(Pattern.compile("/contact(\\?.*)?$"));
        button(page, "撤销").click();
        assertThat(page.getByText("已恢复“" + name + "”")).isVisible();
        page.navigate(address);
        assertThat(title(page)).hasText(name);
    }

    @Test
    void aNoteIsSavedByKeysFromItsDate(Browser browser) {
        String deal = Api.as(browser.app(), App.ADMIN).create("opportunity", Map.of("name", "记任务的商机"));
        Page page = browser.screen(Look.DESK)
                .signedIn(App.ADMIN)
                .open("/opportunity/" + deal)
                .page();
        named(page, AriaRole.RADIO, "任务").first().check(new Locator.CheckOptions().setForce(true));
        page.locator("[data-note]").fill("寄样品");
        button(page, "下周一").click();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[data-note]")).hasValue("");
    }
}
