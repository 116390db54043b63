package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.told;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A company agrees on who decides about discounts: an administrator draws it without a manual, a salesperson submits, the manager
 * approves from a mail, the director sends back, and whoever looks at the deal reads what happened.
 */
@ExtendWith(Browser.class)
class DiscountApprovalTests {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern KEPT = Pattern.compile(".*/settings/flows/[0-9a-f-]{36}$");
    private static final String FLOW = "折扣审批";
    private static final Locator.GetByLabelOptions EXACTLY = new Locator.GetByLabelOptions().setExact(true);
    /** Of a person without a picture stand two letters instead. */
    private static final String NAME_SHORT = "\\S{0,2}";
    /** Flows work by themselves, and mails are on their way for a while. */
    private static final double PATIENCE = 60_000;

    /** Somebody of the company: the login, and the name by which others know the person. */
    private enum Who {
        BOSS("boss", "boss"),
        DIRECTOR("chen", "陈总监"),
        MANAGER("li", "李经理"),
        SELLER("wang", "王晓明");

        private final String login;
        private final String called;

        Who(String login, String called) {
            this.login = login;
            this.called = called;
        }
    }

    /** A company with people who sell, and a field for the discount of a deal. */
    private record Company(Browser browser, String name) {
        static Company made(Browser browser) {
            String name = "discount_" + NUMBER.incrementAndGet();
            Api.as(browser.demo(), App.ADMIN)
                    .post(
                            "tenants",
                            Map.of(
                                    "name",
                                    name,
                                    "label",
                                    "海岳机电",
                                    "admin",
                                    Map.of("login", Who.BOSS.login, "password", App.PASSWORD)));
            Company company = new Company(browser, name);
            Api boss = company.window(Who.BOSS, Look.DESK).api();
            boss.post(
                    "meta/objects/opportunity/fields",
                    Map.of("name", "discount", "type", "percent", "label", Map.of("zh-CN", "折扣", "en", "Discount")));
            company.hire(boss, Who.DIRECTOR, "sales_manager", Map.of());
            String director = boss.first("user", "login", Who.DIRECTOR.login);
            company.hire(boss, Who.MANAGER, "sales_manager", Map.of("manager", director, "email", "li@example.com"));
            String manager = boss.first("user", "login", Who.MANAGER.login);
            company.hire(boss, Who.SELLER, "sales", Map.of("manager", manager));
            return company;
        }

        private void hire(Api boss, Who who, String role, Map<String, String> more) {
            Map<String, Object> values = new HashMap<>(more);
            values.putAll(Map.of("name", who.called, "login", who.login, "roles", List.of(role)));
            String id = boss.create("user", values);
            boss.post("users/" + id + "/password", Map.of("password", App.PASSWORD));
        }

        /** A window in which the person is signed in. */
        Screen window(Who who, Look look) {
            Screen screen = browser.screen(browser.demo(), look);
            screen.signIn(name, who.login);
            return screen;
        }

        /** A deal of the seller's at that discount; answers its address. */
        String deal(String called, String discount) {
            String id = window(Who.SELLER, Look.DESK)
                    .api()
                    .create("opportunity", Map.of("name", called, "amount", "480000", "c_discount", discount));
            return "/opportunity/" + id;
        }
    }

    private static void option(Page page, String name) {
        named(page, AriaRole.OPTION, name).click();
    }

    /** Chooses what a field lists below it. */
    private static void listed(Page page, String name) {
        page.locator(".ant-select-item-option[title='" + name + "']").click();
    }

    private static Locator card(Page page, String text) {
        return page.locator("[data-card]").filter(containing(text));
    }

    private static Locator panel(Page page, String name) {
        return named(page, AriaRole.COMPLEMENTARY, name);
    }

    /** Adds a step at the plus of that number from above. */
    private static void add(Page page, int plus, String kind) {
        button(page, "添加步骤").nth(plus).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(Pattern.compile("^" + kind)))
                .click();
    }

    private static Locator bar(Page page) {
        return page.locator("[data-approval]");
    }

    private static void says(Locator place, String text) {
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    /** Says for which discounts, in the panel that is open. */
    private static void over(Page page, Locator panel, String percent) {
        named(panel, AriaRole.BUTTON, "添加条件").click();
        page.getByPlaceholder("搜索字段").fill("折扣");
        option(page, "折扣");
        // what is likeliest of a share is chosen already
        page.getByRole(AriaRole.DIALOG).getByLabel("折扣").fill(percent);
        page.keyboard().press("Enter");
        assertThat(panel).containsText("折扣大于" + percent + "%");
    }

    /** From an empty page to a flow that holds. */
    private static void draws(Screen desk) {
        Page page = desk.open("/settings/flows").page();
        assertThat(page.getByText("让重复的工作自动完成")).isVisible();
        assertThat(named(page, AriaRole.LINK, "大额商机审批")).isVisible();
        desk.isAccessible().picture("discount-empty");
        button(page, "新建流程").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("对象").fill("商机");
        listed(page, "商机");
        named(dialog, AriaRole.BUTTON, "开始设计").click();
        page.getByLabel("流程名称").fill(FLOW);

        Locator trigger = panel(page, "触发条件");
        trigger.getByLabel("触发方式").click();
        listed(page, "点按钮时");
        assertThat(trigger).containsText("记录页面上会出现以流程名称命名的按钮");
        over(page, trigger, "15");
        assertThat(page.locator("[data-card=trigger]")).containsText("仅限 折扣 大于 15%");
        desk.isAccessible().picture("discount-trigger");

        add(page, 0, "审批");
        asksTheManager(page);
        add(page, 1, "条件分支");
        over(page, panel(page, "分支设置"), "25");
        assertThat(card(page, "分支 1")).containsText("折扣 大于 25%");
        desk.isAccessible().picture("discount-branch");
        add(page, 2, "审批");
        asksTheDirector(page);
        desk.isAccessible().picture("discount-drawn");
        publishes(desk);
    }

    /** The manager is who is asked unless something else is said, and days are working days. */
    private static void asksTheManager(Page page) {
        Locator step = panel(page, "审批");
        step.getByLabel("环节名称").fill("经理审批");
        within(step, "1");
        assertThat(step.getByLabel("工作日", EXACTLY)).hasValue("1");
        assertThat(card(page, "经理审批")).containsText("发起人的上级 · 1 个工作日内");
    }

    private static void asksTheDirector(Page page) {
        Locator step = panel(page, "审批");
        step.getByLabel("环节名称").fill("总监审批");
        step.getByLabel("审批人 *").click();
        listed(page, "指定人员");
        step.getByLabel("人员", EXACTLY).fill(Who.DIRECTOR.called);
        listed(page, Who.DIRECTOR.called);
        page.keyboard().press("Escape");
        within(step, "1");
        assertThat(card(page, "总监审批")).containsText(Who.DIRECTOR.called + " · 1 个工作日内");
    }

    private static void within(Locator step, String days) {
        step.getByLabel("天", EXACTLY).fill(days);
    }

    private static void publishes(Screen desk) {
        Page page = desk.page();
        button(page, "发布").click();
        page.waitForURL(KEPT);
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("发布后立即生效，商机页面上会出现“" + FLOW + "”按钮");
        desk.isAccessible().picture("discount-publish");
        named(dialog, AriaRole.BUTTON, "发布").click();
        assertThat(told(page, "已发布“" + FLOW + "”")).isVisible();
        assertThat(page.getByText("第 1 版")).isVisible();
    }

    /** The seller opens the deal and submits it. */
    private static Screen submits(Company company, String path) {
        Screen window = company.window(Who.SELLER, Look.DESK).open(path);
        button(window.page(), FLOW).click();
        return window;
    }

    /** Where the link in the mail to the manager leads. */
    private static String mailed(Company company, String deal) {
        Screen screen = company.window(Who.MANAGER, Look.DESK).open("/settings/mailbox");
        Page page = screen.page();
        Locator mail =
                named(page, AriaRole.LIST, "演示邮箱").getByRole(AriaRole.LINK).filter(containing(deal));
        assertThat(mail).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
        mail.click();
        Locator link = page.frameLocator("iframe").getByText("无需登录，直接处理");
        assertThat(link).isVisible();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("“" + FLOW + "”等待您审批：" + deal);
        screen.atRest().picture("discount-mail");
        URI where = URI.create(link.getAttribute("href"));
        screen.close();
        return where.getPath() + "#" + where.getFragment();
    }

    private static void approvesFromTheMail(Browser browser, String link) {
        Screen phone = browser.screen(browser.demo(), Look.PHONE).open(link);
        Page page = phone.page();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(Who.SELLER.called + "提交于");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("30%");
        phone.isAccessible().fitsItsWidth().picture("discount-decide-phone");
        page.getByLabel("审批意见").fill("毛利还够");
        button(page, "同意").click();
        assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("您已同意“" + FLOW + "”");
    }

    private static void sendsBack(Screen window) {
        Page director = window.page();
        says(bar(director), "请您审批");
        assertThat(bar(director)).containsText("总监审批");
        window.isAccessible().picture("discount-director");
        named(bar(director), AriaRole.BUTTON, "退回").click();
        Locator dialog = director.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("退回原因").fill("请附竞品报价");
        named(dialog, AriaRole.BUTTON, "退回").click();
        says(bar(director), "等待" + Who.SELLER.called + "修改后重新提交");
    }

    /** The lines of the trail, from the page of the deal. */
    private static Locator trail(Page page, String open, String of) {
        named(bar(page), AriaRole.BUTTON, open).click();
        return page.getByLabel(of).getByRole(AriaRole.LISTITEM);
    }

    @Test
    void fromAnEmptyPageToAStory(Browser browser) {
        Company company = Company.made(browser);
        draws(company.window(Who.BOSS, Look.DESK));

        String path = company.deal("远航产线改造", "30");
        Screen window = submits(company, path);
        Page seller = window.page();
        says(bar(seller), FLOW + "等待" + Who.MANAGER.called + "审批");
        window.isAccessible().picture("discount-submitted");
        approvesFromTheMail(browser, mailed(company, "远航产线改造"));
        says(bar(seller), FLOW + "等待" + Who.DIRECTOR.called + "审批");
        sendsBack(company.window(Who.DIRECTOR, Look.DESK).open(path));

        says(bar(seller), Who.DIRECTOR.called + "：请附竞品报价");
        Locator story = trail(seller, "审批过程", "“" + FLOW + "”的审批过程");
        assertThat(story).hasText(new Pattern[] {
            line(Who.SELLER.called + "提交了审批", ""),
            line(Who.MANAGER.called + "通过邮件同意", "经理审批毛利还够"),
            line(Who.DIRECTOR.called + "退回给发起人", "总监审批请附竞品报价"),
            Pattern.compile("^等待" + Who.SELLER.called + "修改后重新提交$")
        });
        window.isAccessible().picture("discount-story");
        inOtherLooks(company, path);
        smallerDiscounts(company);
    }

    /** What happened, how long ago, and where and with what words. */
    private static Pattern line(String what, String words) {
        return Pattern.compile("^" + NAME_SHORT + what + "(刚刚|\\d+ (秒|分钟)前)" + words + "$");
    }

    /** Dark and in English, and on the phone. */
    private static void inOtherLooks(Company company, String path) {
        Screen english =
                company.window(Who.SELLER, Look.DESK.english().darkened()).open(path);
        Locator story = trail(english.page(), "Approval history", "Approval history of “" + FLOW + "”");
        assertThat(story).containsText(new String[] {
            Who.SELLER.called + " submitted it",
            Who.MANAGER.called + " approved by mail",
            Who.DIRECTOR.called + " sent it back to the submitter",
            "Waiting for " + Who.SELLER.called
        });
        english.isAccessible().picture("discount-story-en-dark");
        Screen phone = company.window(Who.SELLER, Look.PHONE).open(path);
        assertThat(trail(phone.page(), "审批过程", "“" + FLOW + "”的审批过程")).hasCount(4);
        phone.isAccessible().fitsItsWidth().picture("discount-story-phone");
        for (Look look : new Look[] {Look.DESK.english().darkened(), Look.PHONE}) {
            Screen boss = company.window(Who.BOSS, look).open("/settings/flows");
            named(boss.page(), AriaRole.LINK, FLOW).click();
            assertThat(card(boss.page(), "总监审批")).isVisible();
            boss.isAccessible().fitsItsWidth().picture("discount-drawn-" + look.width());
        }
    }

    /** At 20 % the manager's word is enough, at 10 % nobody is asked. */
    private static void smallerDiscounts(Company company) {
        String medium = company.deal("新港备件", "20");
        Page seller = submits(company, medium).page();
        says(bar(seller), "等待" + Who.MANAGER.called + "审批");
        Page manager = company.window(Who.MANAGER, Look.DESK).open(medium).page();
        named(bar(manager), AriaRole.BUTTON, "同意").click();
        named(manager.getByRole(AriaRole.DIALOG), AriaRole.BUTTON, "同意").click();
        says(bar(seller), "已通过");
        Locator story = trail(seller, "审批过程", "“" + FLOW + "”的审批过程");
        assertThat(story).containsText(new String[] {Who.SELLER.called + "提交了审批", Who.MANAGER.called + "同意", "审批通过"});

        Screen small = submits(company, company.deal("临江维保", "10"));
        assertThat(told(small.page(), "这条记录不符合“" + FLOW + "”的条件，无需审批")).isVisible();
        assertThat(bar(small.page())).hasCount(0);
        small.picture("discount-nobody-asked");
    }
}
