package io.hemai.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.hemai.e2e.Finds.button;
import static io.hemai.e2e.Finds.containing;
import static io.hemai.e2e.Finds.named;
import static io.hemai.e2e.Finds.title;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file comes in as a person brings it: looked at, matched, tried, mended, brought in and taken back. */
@ExtendWith(Browser.class)
class ImportTests {
    private static final String LEADS = """
            姓名,手机,公司,状态,备注
            测王芳,13900010001,测试华东精密,新线索,
            测李雷,13900010002,测试远景科技,跟进中,
            "测赵敏,13900010003,测试海川物流,新线索,展会认识"
            测周敏,13900010004,测试明日教育,联系中,
            测重复,13900010001,测试华东精密,新线索,
            """;
    private static final double LONG_WORK_MILLIS = 180_000;

    private static void choose(Page page, String name, byte[] content) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content));
        page.waitForURL(Pattern.compile("/import/[0-9a-f-]{36}"));
    }

    private static Locator radio(Locator group, String begins) {
        return group.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + begins)));
    }

    /** Says that nobody owns the records yet; who thinks of a colleague and names none stays the owner. */
    private static Locator intoThePool(Page page) {
        Locator whose = page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("导入后归谁"));
        assertThat(radio(whose, "我")).isChecked();
        radio(whose, "指定同事").check();
        assertThat(page.getByRole(AriaRole.OPTION)).not().hasCount(0);
        assertThat(page.getByRole(AriaRole.COMBOBOX).and(page.getByLabel("负责人")))
                .isFocused();
        page.keyboard().press("Escape");
        assertThat(radio(whose, "我")).isChecked();
        Locator pool = radio(whose, "放进");
        pool.check();
        return pool;
    }

    private static boolean owned(Browser browser, String lead) {
        Api api = Api.as(browser.app(), App.ADMIN);
        return !api.read("lead", api.first("lead", "name", lead)).contains("\"owner\":null");
    }

    @Test
    void whoMayNotImportIsToldWhichRightIsMissing(Browser browser) {
        Api.as(browser.app(), App.ADMIN).hire("looking", "viewer");
        Screen screen = browser.screen(Look.PHONE).signedIn("looking").open("/import");
        assertThat(screen.page().getByText("需要某个对象的“导入”权限")).isVisible();
        screen.isAccessible();
    }

    @Test
    void wholeWay(Browser browser) {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/lead");
        Page page = screen.page();
        named(page, AriaRole.LINK, "导入").first().click();
        screen.isAccessible().picture("import-new");

        choose(page, "测试线索.csv", LEADS.getBytes(StandardCharsets.UTF_8));
        assertThat(page.getByText("有 1 行格式破损")).isVisible();
        screen.isAccessible().picture("import-file");
        button(page, "下一步：对应字段").click();

        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("跳过"))
                .check();
        Locator pool = intoThePool(page);
        screen.isAccessible().picture("import-map");
        page.reload();
        assertThat(pool).isChecked();
        assertThat(page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("跳过")))
                .isChecked();
        button(page, "下一步：核对取值").click();
        page.getByLabel("“联系中”对应的选项").selectOption("working");
        screen.isAccessible().picture("import-values");
        button(page, "试跑").click();

        assertThat(page.getByText("3 行可以导入，2 行有问题")).isVisible();
        page.getByText("列数不足").click();
        assertThat(page.getByText("测赵敏").first()).isVisible();
        assertThat(page.getByText("疑似重复，跳过")).isVisible();
        screen.isAccessible().picture("import-trial");
        page.getByLabel("修复后一起导入").check();
        button(page, "重新试跑").click();
        assertThat(page.getByText("4 行可以导入，1 行有问题")).isVisible();
        button(page, "导入 4 行").click();

        assertThat(page.getByText("已导入 4 条线索")).isVisible();
        screen.isAccessible().picture("import-result");
        named(page, AriaRole.LINK, "查看导入的记录").click();
        assertThat(page.getByRole(AriaRole.ROW).filter(containing("测赵敏"))).isVisible();
        assertThat(page.getByRole(AriaRole.ROW).filter(containing("测周敏"))).containsText("跟进中");
        Assertions.assertThat(owned(browser, "测周敏")).isFalse();
        assertThat(page.getByText("测重复")).hasCount(0);
        page.goBack();
        undo(screen);
    }

    private static void undo(Screen screen) {
        Page page = screen.page();
        button(page, "撤销本次导入").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("4 条线索移到回收站");
        screen.isAccessible();
        button(page, "撤销导入").click();
        assertThat(page.getByText("已撤销本次导入")).isVisible();
        assertThat(page.getByText("新建的 4 条已移到回收站")).isVisible();
        screen.isAccessible().picture("import-undone");

        screen.open("/import");
        assertThat(page.getByRole(AriaRole.LISTITEM)
                        .filter(containing("测试线索.csv"))
                        .first())
                .containsText("已撤销");
        screen.isAccessible().picture("import-history");
        screen.open("/lead");
        assertThat(title(page)).isVisible();
        assertThat(page.getByText("测赵敏")).hasCount(0);
    }

    /** Goes from the file to what a try says of it. */
    private static void tryOut(Page page, String name, String content) {
        choose(page, name, content.getBytes(StandardCharsets.UTF_8));
        for (String next : new String[] {"下一步：对应字段", "下一步：核对取值", "试跑"}) {
            button(page, next).click();
        }
    }

    private static String problems(Page page) throws IOException {
        Download file =
                page.waitForDownload(() -> named(page, AriaRole.LINK, "下载问题行").click());
        Assertions.assertThat(file.suggestedFilename()).isEqualTo("errors.csv");
        return Files.readString(file.path()).replace("\uFEFF", "");
    }

    @Test
    void whatIsLeftOutComesBackAsAFileAndIsMended(Browser browser) throws IOException {
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/import/new?object=lead");
        Page page = screen.page();
        tryOut(page, "回改.csv", """
                姓名,手机,状态
                回改甲,13900020001,新线索
                ,13900020002,新线索
                回改丙,13900020003,随便写的
                """);
        assertThat(page.getByText("1 行可以导入，2 行有问题")).isVisible();
        String tried = problems(page);
        Assertions.assertThat(tried.lines())
                .satisfiesExactly(
                        header -> Assertions.assertThat(header).isEqualTo("行号,需要改正的内容,姓名,手机,状态"),
                        nameless -> Assertions.assertThat(nameless).matches("3,.*姓名.*,,13900020002,新线索"),
                        unknown -> Assertions.assertThat(unknown).matches("4,.*随便写的.*,回改丙,13900020003,随便写的"));
        button(page, "导入 1 行").click();
        assertThat(page.getByText("已导入 1 条线索")).isVisible();
        Assertions.assertThat(problems(page)).isEqualTo(tried);

        screen.open("/import/new?object=lead");
        tryOut(
                page,
                "errors.csv",
                tried.replace(",,139", ",回改乙,139").replace("回改丙,13900020003,随便写的", "回改丙,13900020003,跟进中"));
        assertThat(page.getByText("2 行可以导入", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    @Test
    void fitsAPhone(Browser browser) {
        Screen screen = browser.screen(Look.PHONE.english().darkened())
                .signedIn(App.ADMIN)
                .open("/import/new?object=lead");
        Page page = screen.page();
        screen.isAccessible();
        choose(page, "leads.csv", LEADS.getBytes(StandardCharsets.UTF_8));
        for (String next : new String[] {"Next: match columns", "Next: check values", "Start dry run"}) {
            screen.isAccessible();
            fits(page);
            button(page, next).click();
        }
        assertThat(page.getByText("3 rows can be imported, 2 rows have problems"))
                .isVisible();
        page.getByText("Not an option").click();
        screen.isAccessible().picture("import-phone");
        fits(page);
    }

    @Test
    void manyUnknownValuesBecomeNoOptionsByThemselves(Browser browser) {
        String rows = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> "来源线索%d,展位 %d\n".formatted(i, i))
                .collect(Collectors.joining());
        Screen screen = browser.screen(Look.DESK).signedIn(App.ADMIN).open("/import/new?object=lead");
        Page page = screen.page();
        choose(page, "来源.csv", ("姓名,来源\n" + rows).getBytes(StandardCharsets.UTF_8));
        button(page, "下一步：对应字段").click();
        button(page, "下一步：核对取值").click();

        assertThat(page.getByText("这一列有 11 种取值不在已有选项中（11 行）")).isVisible();
        assertThat(page.getByLabel("“展位 1”对应的选项")).hasValue("\u0000");
        screen.isAccessible().picture("import-many-values");
        button(page, "全部新增").click();
        assertThat(page.getByText("11 种取值将新增为选项")).isVisible();
        button(page, "不新增").click();
        button(page, "试跑").click();
        assertThat(page.getByText("11 行可以导入")).isVisible();
        assertThat(page.getByText("“展位 1”不在已有选项中，留空")).isVisible();
    }

    private static void fits(Page page) {
        Assertions.assertThat((Integer) page.evaluate("() => document.getElementById('content').scrollWidth"))
                .isLessThanOrEqualTo(page.viewportSize().width);
    }

    /** What is read and pressed while the real leads come in, in a language. */
    record Words(
            Look look,
            String map,
            String fieldOf,
            String name,
            String values,
            String trial,
            String tried,
            String run,
            String done,
            String undo,
            String undoing,
            String undone) {
        @Override
        public String toString() {
            return look.language();
        }
    }

    static Stream<Words> languages() {
        return Stream.of(
                new Words(
                        Look.DESK,
                        "下一步：对应字段",
                        "Lead Number 对应的字段",
                        "姓名",
                        "下一步：核对取值",
                        "试跑",
                        "8,902 行可以导入，338 行有问题",
                        "导入 8,902 行",
                        "已导入 8,902 条线索",
                        "撤销本次导入",
                        "撤销导入",
                        "新建的 8,902 条已移到回收站"),
                new Words(
                        Look.DESK.english().darkened(),
                        "Next: match columns",
                        "Field for Lead Number",
                        "Name",
                        "Next: check values",
                        "Start dry run",
                        "8,902 rows can be imported, 338 rows have problems",
                        "Import 8,902 rows",
                        "Imported 8,902 Leads",
                        "Undo this import",
                        "Undo import",
                        "8,902 new records moved to the bin"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void realLeads(Words words, Browser browser) throws Exception {
        Path file = Path.of("../../shared/data/leads/x-education-leads.csv");
        assumeTrue(Files.isRegularFile(file), "real data lie beside the project where it is developed");
        Screen screen = browser.screen(words.look()).signedIn(App.ADMIN).open("/import/new?object=lead");
        Page page = screen.page();
        choose(page, "x-education-leads.csv", Files.readAllBytes(file));
        button(page, words.map()).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words.fieldOf()))
                .click();
        page.keyboard().type(words.name());
        page.keyboard().press("Enter");
        button(page, words.values()).click();
        button(page, words.trial()).click();
        assertThat(page.getByText(words.tried())).isVisible(patient());
        button(page, words.run()).click();
        assertThat(page.getByText(words.done())).isVisible(patient());
        button(page, words.undo()).click();
        button(page, words.undoing()).click();
        assertThat(page.getByText(words.undone())).isVisible(patient());
    }

    private static LocatorAssertions.IsVisibleOptions patient() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONG_WORK_MILLIS);
    }
}
