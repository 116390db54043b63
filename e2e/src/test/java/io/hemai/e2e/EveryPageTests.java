package io.hemai.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of the demo company, as people see it: open to those with less sight or without a mouse, and no wider than its window.
 * With {@code -Dscreens.into=DIR} the pictures go there, too.
 */
@ExtendWith(Browser.class)
class EveryPageTests {
    private static final String SIGN_IN = "sign-in";
    private static final String PHONE = "phone";
    private static final String NEW_IMPORT = "/import/new?object=lead";
    private static final AtomicInteger IMPORTS = new AtomicInteger();

    /** Looks by the folder that their pictures go to. */
    private static final Map<String, Look> LOOKS =
            Map.of("zh-light", Look.DESK, "en-dark", Look.DESK.english().darkened(), PHONE, Look.PHONE);

    /**
     * What is looked at.
     *
     * @param path where it is; {@code {lead}} stands for the id of a lead
     * @param opening what is done there before one looks
     */
    record Sight(String name, String path, Consumer<Page> opening) {
        Sight(String name, String path) {
            this(name, path, page -> {});
        }

        /** Who has the day, or the phone in the hand, sells; who sets things up looks after the company. */
        String seenBy(String look) {
            boolean sells = path.equals("/today") || look.equals(PHONE);
            boolean setsUp = path.startsWith("/settings") || path.startsWith("/import/");
            return sells && !setsUp ? "wangfang" : App.ADMIN;
        }
    }

    private static final Sight[] SIGHTS = {
        new Sight(SIGN_IN, "/sign-in"),
        new Sight("today", "/today"),
        new Sight("cockpit", "/cockpit"),
        new Sight("leads", "/lead"),
        new Sight("accounts", "/account"),
        new Sight("contacts", "/contact"),
        new Sight("deals", "/opportunity"),
        new Sight("board", "/opportunity?kind=board"),
        new Sight("calendar", "/task?kind=calendar"),
        new Sight("tasks", "/task"),
        new Sight("campaigns", "/campaign"),
        new Sight("products", "/product"),
        new Sight("competitors", "/competitor"),
        new Sight("lead", "/lead/{lead}"),
        new Sight("account", "/account/{account}"),
        new Sight("account-people", "/account/{account}?part=people"),
        new Sight("account-money", "/account/{account}?part=money"),
        new Sight("account-activity", "/account/{account}?part=activity"),
        new Sight("account-group", "/account/{account}?part=group"),
        new Sight("contact", "/contact/{contact}"),
        new Sight("deal", "/opportunity/{opportunity}"),
        new Sight("peek", "/opportunity?peek=account/{account}"),
        new Sight("new-lead", "/lead", EveryPageTests::form),
        new Sight("palette", "/today", EveryPageTests::palette),
        new Sight("messages", "/messages"),
        new Sight("approvals", "/approvals"),
        new Sight("approvals-sent", "/approvals?part=sent"),
        new Sight("me", "/me"),
        new Sight("imports", "/import"),
        new Sight("new-import", "/import/new?object=lead"),
        new Sight("import-file", NEW_IMPORT, page -> step(page, "file")),
        new Sight("import-map", NEW_IMPORT, page -> step(page, "map")),
        new Sight("import-values", NEW_IMPORT, page -> step(page, "values")),
        new Sight("import-trial", NEW_IMPORT, EveryPageTests::tried),
        new Sight("import-result", NEW_IMPORT, EveryPageTests::broughtIn),
        new Sight("settings-account", "/settings/account"),
        new Sight("settings-mailbox", "/settings/mailbox"),
        new Sight("settings-company", "/settings/company"),
        new Sight("settings-people", "/settings/people"),
        new Sight("settings-departments", "/settings/departments"),
        new Sight("settings-calendars", "/settings/calendars"),
        new Sight("settings-roles", "/settings/roles"),
        new Sight("settings-role", "/settings/roles/sales"),
        new Sight("settings-objects", "/settings/objects"),
        new Sight("settings-object", "/settings/objects/lead"),
        new Sight("settings-layout", "/settings/objects/lead/layout"),
        new Sight("settings-flows", "/settings/flows"),
        new Sight("flow-new", "/settings/flows/new?object=opportunity&from=stage", EveryPageTests::card),
        new Sight("settings-processes", "/settings/processes"),
        new Sight("process-new", "/settings/processes", EveryPageTests::newProcess),
        new Sight("settings-tenants", "/settings/tenants"),
        new Sight("settings-configuration", "/settings/configuration"),
        new Sight("settings-mails", "/settings/mails"),
        new Sight("settings-webhooks", "/settings/webhooks"),
        new Sight("settings-bin", "/settings/bin"),
        new Sight("missing", "/nowhere/at/all"),
    };

    static Stream<Arguments> sights() {
        return LOOKS.keySet().stream()
                .sorted()
                .flatMap(look -> Arrays.stream(SIGHTS).map(sight -> Arguments.of(look, Named.of(sight.name(), sight))));
    }

    @ParameterizedTest
    @MethodSource("sights")
    void isOpenToEverybody(String look, Sight sight, Browser browser) {
        Screen screen = window(browser, look, sight);
        screen.open(path(screen, sight.path())).atRest();
        sight.opening().accept(screen.page());

        screen.isAccessible().fitsItsWidth().picture(look + "/" + sight.name());
        Optional.ofNullable(System.getProperty("screens.into"))
                .ifPresent(into -> screen.picture(Path.of(into, look, sight.name() + ".jpg")));
    }

    /** One for each look and person: what they have loaded they need not load again. */
    private static Screen window(Browser browser, String name, Sight sight) {
        Look look = Objects.requireNonNull(LOOKS.get(name));
        return sight.name().equals(SIGN_IN)
                ? browser.screen(browser.demo(), look)
                : browser.kept(browser.demo(), look, sight.seenBy(name));
    }

    /** With the newest records that the person sees. */
    private static String path(Screen screen, String path) {
        Matcher open = Pattern.compile("\\{(\\w+)}").matcher(path);
        return open.replaceAll(found -> screen.api().first(found.group(1)));
    }

    private static void form(Page page) {
        page.keyboard().press("c");
        page.getByRole(AriaRole.DIALOG).waitFor();
    }

    private static void step(Page page, String step) {
        int mark = IMPORTS.incrementAndGet(); // nobody's like
        String leads = "姓名,公司,状态\n远航%1$s,测试远航物流%1$s,新线索\n海棠%1$s,测试海棠纺织%1$s,联系中\n".formatted(mark);
        byte[] content = leads.getBytes(StandardCharsets.UTF_8);
        page.locator("input[type=file]").setInputFiles(new FilePayload("leads.csv", "text/csv", content));
        page.waitForURL(Pattern.compile("/import/[0-9a-f-]{36}"));
        page.navigate(page.url().replaceAll("\\?.*", "") + "?step=" + step);
        press(page, "^(下一步|试跑|Next|Start dry run)").waitFor();
    }

    private static Locator press(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name)))
                .last();
    }

    private static void tried(Page page) {
        step(page, "values");
        press(page, "^(试跑|Start dry run)$").click();
        press(page, "^(导入|Import) \\d").waitFor();
    }

    private static void broughtIn(Page page) {
        tried(page);
        press(page, "^(导入|Import) \\d").click();
        press(page, "^(撤销本次导入|Undo this import)$").waitFor();
    }

    private static void card(Page page) {
        page.locator("[data-card]").last().click();
        page.getByLabel("主题").or(page.getByLabel("Subject")).first().waitFor();
    }

    private static void newProcess(Page page) {
        press(page, "^(新建阶段管控|New process)$").click();
        page.getByRole(AriaRole.DIALOG).waitFor();
    }

    private static void palette(Page page) {
        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.COMBOBOX).fill("有限");
        page.getByRole(AriaRole.OPTION).first().waitFor();
    }
}
