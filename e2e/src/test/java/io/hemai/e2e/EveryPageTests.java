package io.hemai.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
            return sells && !path.startsWith("/settings") ? "wangfang" : App.ADMIN;
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
        new Sight("contact", "/contact/{contact}"),
        new Sight("deal", "/opportunity/{opportunity}"),
        new Sight("peek", "/opportunity?peek=account/{account}"),
        new Sight("new-lead", "/lead", EveryPageTests::form),
        new Sight("palette", "/today", EveryPageTests::palette),
        new Sight("imports", "/import"),
        new Sight("new-import", "/import/new?object=lead"),
        new Sight("settings-account", "/settings/account"),
        new Sight("settings-people", "/settings/people"),
        new Sight("settings-departments", "/settings/departments"),
        new Sight("settings-roles", "/settings/roles"),
        new Sight("settings-role", "/settings/roles/sales"),
        new Sight("settings-objects", "/settings/objects"),
        new Sight("settings-object", "/settings/objects/lead"),
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
        Screen screen = browser.screen(browser.demo(), Objects.requireNonNull(LOOKS.get(look)));
        String path = sight.path();
        if (!sight.name().equals(SIGN_IN)) {
            path = path(screen.signIn(sight.seenBy(look)), path);
        }
        screen.open(path).atRest();
        sight.opening().accept(screen.page());

        screen.isAccessible().fitsItsWidth().picture(look + "/" + sight.name());
        Optional.ofNullable(System.getProperty("screens.into"))
                .ifPresent(into -> screen.picture(Path.of(into, look, sight.name() + ".jpg")));
    }

    /** With the newest records that the person sees. */
    private static String path(Api api, String path) {
        Matcher open = Pattern.compile("\\{(\\w+)}").matcher(path);
        return open.replaceAll(found -> api.first(found.group(1)));
    }

    private static void form(Page page) {
        page.keyboard().press("c");
        page.getByRole(AriaRole.DIALOG).waitFor();
    }

    private static void palette(Page page) {
        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.COMBOBOX).fill("有限");
        page.getByRole(AriaRole.OPTION).first().waitFor();
    }
}
