package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.title;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hemai in one hand: 390 pixels wide, what is needed most in reach of the thumb. */
@ExtendWith(Browser.class)
class PhoneTests {
    private static final double THUMB = 44;

    @Test
    void barLeadsToTheDayTheFirstListsMessagesAndOneself(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.PHONE);
        Page page = screen.page();
        mention(screen.signIn(App.ADMIN));
        screen.signIn("wangfang");
        screen.open("/");
        Locator bar = bar(page);
        assertThat(bar.getByRole(AriaRole.LINK)).hasText(new Pattern[] {
            Pattern.compile("今日"),
            Pattern.compile("线索"),
            Pattern.compile("客户"),
            Pattern.compile("消息"),
            Pattern.compile("我的")
        });
        for (Locator target : bar.locator("a, button").all()) {
            BoundingBox box = target.boundingBox();
            assertThat(Math.min(box.width, box.height)).as(target.innerText()).isGreaterThanOrEqualTo(THUMB);
        }

        link(bar, "客户").click();
        page.waitForURL("**/account");
        Locator card = page.locator("[role=row][data-body]").first();
        assertThat(card).isVisible();
        screen.isAccessible().picture("phone-accounts");
        link(bar, "线索").click();
        page.waitForURL("**/lead");
        assertThat(page.locator("[role=row][data-body]")
                        .filter(containing("评分"))
                        .first())
                .isVisible();

        Locator messages = link(bar, "消息");
        assertThat(messages).containsText("未读消息");
        messages.click();
        Locator said = page.locator("li[data-unread=true]").filter(containing("合同请尽快看一下"));
        assertThat(said).hasCount(1);
        screen.isAccessible().picture("phone-messages");
        String before = messages.innerText();
        named(said, AriaRole.BUTTON, "标为已读").click();
        assertThat(said).hasCount(0);
        // the demo's flows remind of what is due at that hour, so there may be others
        assertThat(messages).not().hasText(before);
    }

    @Test
    void lookLanguageAndTheWayOutAreOnOnesOwnPage(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.PHONE);
        Page page = screen.page();
        screen.signIn("wangfang");
        screen.open("/today");
        link(bar(page), "我的").click();
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("王芳");
        screen.isAccessible().picture("phone-me");
        page.getByText("深色", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("html")).hasAttribute("data-mode", "dark");
        screen.isAccessible();
        page.getByText("English", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName("Me").setExact(true)))
                .isVisible();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        page.waitForURL("**/sign-in");
    }

    @Test
    void somethingNewIsMadeAndNotedOnTheWay(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.PHONE);
        Page page = screen.page();
        screen.signIn(App.ADMIN);
        screen.open("/today");
        create(page).click();
        screen.isAccessible().picture("phone-new");
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("线索"))
                .click();
        Locator form = page.getByRole(AriaRole.DIALOG);
        form.getByLabel("姓名").fill("单晓彤");
        named(form, AriaRole.BUTTON, "保存").click();
        page.waitForURL(Pattern.compile("/lead/"));
        assertThat(title(page)).hasText("单晓彤");

        create(page).click();
        page.getByRole(AriaRole.MENUITEM).first().click();
        Locator words = page.locator("textarea[data-note]");
        assertThat(words).isFocused();
        words.fill("路上通过电话，约了周五");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存"))
                .click();
        assertThat(page.getByRole(AriaRole.LISTITEM).getByText("路上通过电话，约了周五")).isVisible();
        screen.isAccessible().picture("phone-record");
    }

    @Test
    void whatADialogIsForIsInReachAndNothingLiesOverIt(Browser browser) {
        Api somebody = Api.as(browser.app(), App.ADMIN);
        String account = somebody.create("account", Map.of("name", "钱塘泵业"));
        somebody.create("contact", Map.of("name", "阮小七", "mobile", "13912340771", "account", account));
        String lead = somebody.create("lead", Map.of("name", "阮小七", "company", "钱塘泵业有限公司", "mobile", "13912340771"));
        Screen screen = browser.screen(Look.PHONE).signedIn(App.ADMIN).open("/lead/" + lead);
        Page page = screen.page();
        page.locator("textarea[data-note]").first().fill("约好下周见面");
        button(page, "保存").first().click();
        Locator told = page.getByRole(AriaRole.STATUS).filter(containing("已记录"));
        assertThat(told).isVisible();
        button(page, "转为客户").first().click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("商机名称")).hasValue("钱塘泵业");
        BoundingBox act = named(dialog, AriaRole.BUTTON, "转为客户").boundingBox();
        assertThat(act.y + act.height).isLessThan(page.viewportSize().height);
        assertThat(told).hasCount(0);
        screen.picture("phone-convert");
        dialog.getByLabel("预计成交日期").focus();
        assertThat(bottom(dialog.getByLabel("预计成交日期"))).isLessThan(act.y);
    }

    private static double bottom(Locator place) {
        BoundingBox box = place.boundingBox();
        return box.y + box.height;
    }

    @Test
    void headOfARecordLeavesRoomForWhatHappened(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.PHONE);
        Page page = screen.page();
        Api api = screen.signIn(App.ADMIN);
        String deal = api.create("opportunity", Map.of("name", "华东精密二期", "next_step", "拜访王总"));
        screen.open("/opportunity/" + deal);
        Locator head = page.locator("main article > header");
        assertThat(button(page, "赢单").first()).isVisible();
        assertThat(head.boundingBox().height).isLessThan(225);
        Locator facts =
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^要点与下一步")));
        assertThat(facts).containsText("拜访王总");
        assertThat(facts).hasAttribute("aria-expanded", "false");
        assertThat(button(page, "更多操作").first().boundingBox().y)
                .isLessThan(title(page).boundingBox().y + THUMB);
        screen.isAccessible().picture("phone-deal");
        facts.click();
        assertThat(facts).hasAttribute("aria-expanded", "true");
        assertThat(button(page, "编辑下一步")).isVisible();
        screen.fitsItsWidth();

        String company = "砺原光伏科技（常州）有限公司华东分公司";
        String lead = api.create("lead", Map.of("name", "秦晓峰", "company", company, "next_step", "确认立项时间和预算归口，再发一版报价单"));
        screen.open("/lead/" + lead);
        assertThat(facts).containsText("确认立项时间");
        screen.fitsItsWidth();
    }

    @Test
    void allThatACallCanComeToIsInReach(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.PHONE);
        Page page = screen.page();
        String lead = screen.signIn("lizeyu").create("lead", Map.of("name", "孟浩然", "mobile", "13800138198"));
        page.addInitScript(
                "addEventListener('click', (e) => e.target.closest?.('a[href^=\"tel:\"]') && e.preventDefault())");
        screen.open("/lead/" + lead);
        page.locator("header a[href^='tel:']").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).hasAccessibleName("和孟浩然的通话");
        Locator outcomes = named(dialog, AriaRole.GROUP, "通话结果").getByRole(AriaRole.BUTTON);
        assertThat(outcomes).hasCount(7);
        assertThat(named(dialog, AriaRole.BUTTON, "无意向")).isInViewport();
        named(dialog, AriaRole.BUTTON, "约定再联系").click();
        dialog.getByLabel("下一步做什么").fill("再打一次");
        assertThat(dialog.getByLabel("到期日期和时间")).hasValue(Pattern.compile(" 09:00$"));
        named(dialog, AriaRole.BUTTON, "下周一").click();
        screen.isAccessible().picture("phone-call");
        screen.fitsItsWidth();
        named(dialog, AriaRole.BUTTON, "保存").click();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void listShowsNamesWholeAndShortValuesInALine(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.PHONE.english());
        Page page = screen.page();
        screen.signIn(App.ADMIN);
        screen.open("/opportunity?view=all");
        Locator card = page.locator("[role=row][data-body]")
                .filter(containing("Amount"))
                .first();
        assertThat(card).isVisible();
        assertThat(card.boundingBox().height).as("two lines").isEqualTo(64);
        Locator title = page.getByRole(AriaRole.HEADING).first().getByText("All opportunities");
        assertThat(title.evaluate("name => name.scrollHeight <= name.clientHeight"))
                .isEqualTo(true);
        screen.isAccessible().picture("phone-deals");

        button(page, "View actions").click();
        button(page, "Import").click();
        page.waitForURL("**/import/new?object=opportunity");
    }

    @Test
    void boardIsSwipedColumnByColumn(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.PHONE);
        Page page = screen.page();
        screen.signIn(App.ADMIN);
        screen.open("/opportunity?kind=board");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("看板"))
                .click();
        Locator board = page.locator("[role=group][data-lanes]");
        assertThat(board.locator("li a").first()).isVisible();
        screen.isAccessible().picture("phone-board");
        Object snapped = board.evaluate("board => { board.scrollBy({left: 300, behavior: 'instant'});"
                + " const second = board.children[1].getBoundingClientRect();"
                + " return getComputedStyle(board).scrollSnapType.startsWith('x')"
                + " && Math.abs(second.left + second.width / 2 - innerWidth / 2) < 24; }");
        assertThat(snapped).as("the second column stands in the middle").isEqualTo(true);
    }

    @Test
    void noPageIsWiderThanThePhone(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.PHONE);
        Page page = screen.page();
        Api api = screen.signIn(App.ADMIN);
        List<String> paths = new ArrayList<>(List.of(
                "/today",
                "/cockpit",
                "/messages",
                "/messages?part=followed",
                "/me",
                "/import",
                "/import/new?object=lead"));
        for (String object : List.of("lead", "account", "contact", "opportunity", "task", "campaign", "product")) {
            paths.add("/" + object);
            paths.add("/" + object + "/" + api.first(object));
        }
        for (String section :
                List.of("account", "people", "departments", "roles", "roles/sales", "objects", "objects/lead")) {
            paths.add("/settings/" + section);
        }
        List<String> wide = new ArrayList<>();
        for (String path : paths) {
            screen.open(path);
            assertThat(page.locator("main h1:visible, main h2:visible").first()).isVisible();
            page.waitForFunction("() => !document.querySelector('main [role=status]:empty')");
            Object over = page.evaluate("() => [document.documentElement, document.querySelector('main')]"
                    + ".some(box => box.scrollWidth > box.clientWidth || box.scrollWidth > innerWidth)");
            if (Boolean.TRUE.equals(over)) {
                wide.add(path);
            }
        }
        assertThat(wide).isEmpty();
    }

    private static Locator bar(Page page) {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主导航"))
                .last();
    }

    private static Locator link(Locator bar, String name) {
        return bar.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    private static Locator create(Page page) {
        return button(page, "新建");
    }

    /** Somebody asks 王芳 for something, on a record that she may read. */
    private static void mention(Api api) {
        String person = api.first("user", "login", "wangfang");
        String account = api.first("account", "owner", person);
        Map<String, Object> about = Map.of("object", "account", "id", account);
        api.create("comment", Map.of("body", "@[王芳](" + person + ") 合同请尽快看一下", "about", about));
    }

    @Test
    void everyLineOfTheDayLeadsToItsActs(Browser browser) {
        Screen screen = browser.screen(browser.demo(), Look.PHONE);
        Page page = screen.page();
        screen.signIn("lizeyu");
        screen.open("/today");
        Locator second = page.locator("main li[data-current]").nth(1);
        Locator more = second.locator("[data-more]");
        assertThat(more).isVisible();
        screen.isAccessible().fitsItsWidth();
        more.click();
        assertThat(second).hasAttribute("data-current", "true");
        assertThat(named(second, AriaRole.BUTTON, "推迟")).isVisible();
    }
}
