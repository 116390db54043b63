package io.hemai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A window in which somebody looks at Hemai, alone in its browser. It remembers every complaint of the browser's. */
public final class Screen implements AutoCloseable {
    private static final Path PICTURES = Path.of("target/screens");
    private static final String AXE = read("axe.min.js");
    private static final String FINDINGS = """
            async working => (await axe.run({exclude: working ? [['.ant-btn-loading']] : []}, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations
              .filter(found => ['serious', 'critical'].includes(found.impact))
              .flatMap(found => found.nodes.map(node => `${found.id}: ${found.help}: ${node.target} ${node.html}`))
            """;

    /** Nothing awaited, nothing on its way in or out, no button at work: half faded, no colour is what it is going to be. */
    private static final String AT_REST = """
            working => (working || !document.querySelector('.ant-btn-loading, [aria-busy=true], [role=status] > .sr-only'))
              && document.getAnimations().every(motion => motion.playState !== 'running'
                || motion.effect?.getComputedTiming().iterations === Infinity)
            """;

    /** Refusals that the browser complains about and people are told: not signed in, changed meanwhile, wrong values, links that are none. */
    private static final Pattern CONVERSATION = Pattern.compile(
            "status of (401 .*/api/v1/(session|events)\\b|(409|412|422) .*/api/v1/|404 .*/api/v1/public/approvals/)");

    private static final int JPEG_QUALITY = 75;

    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /**
     * Opens it.
     *
     * @param address of Hemai
     */
    Screen(String address, BrowserContext context) {
        this.address = address;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> complaints.add("uncaught: " + error));
    }

    private static String read(String resource) {
        try (InputStream bytes = Screen.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(bytes, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What breaks the content policy is told on the console, too. */
    private void heard(ConsoleMessage message) {
        String said = message.text() + " (" + message.location() + ")";
        if (message.type().equals("error") && !CONVERSATION.matcher(said).find()) {
            complaints.add(said);
        }
    }

    /** The page itself, as Playwright has it. */
    public Page page() {
        return page;
    }

    /** Signs in without the door; what is answered works as the same person. */
    public Api signIn(String login) {
        return signIn("main", login);
    }

    /** The same in a company of the installation. */
    public Api signIn(String company, String login) {
        assertThat(trySignIn(company, login, App.PASSWORD)).isEqualTo(200);
        return api();
    }

    /** The same, going on with the window. */
    public Screen signedIn(String login) {
        signIn(login);
        return this;
    }

    /** Asks to be signed in, and answers the status. */
    public int trySignIn(String company, String login, String password) {
        Map<String, String> who = Map.of("tenant", company, "login", login, "password", password);
        return page.request()
                .post("/api/v1/session", RequestOptions.create().setData(who))
                .status();
    }

    /** The API with this window's session. */
    public Api api() {
        return Api.in(
                address,
                context.cookies().stream()
                        .map(cookie -> cookie.name + "=" + cookie.value)
                        .collect(Collectors.joining("; ")));
    }

    /** Once, while the page sends such a call, something happens. */
    public void whileSending(String calls, Runnable something) {
        AtomicBoolean once = new AtomicBoolean(true);
        page.route(calls, route -> {
            if (!route.request().method().equals("GET") && once.getAndSet(false)) {
                something.run();
            }
            route.resume();
        });
    }

    /** Goes to the address, such as {@code /lead}, and waits until nothing is loading any more. */
    public Screen open(String path) {
        page.navigate(path);
        // not networkidle: a page that listens to changes is never idle
        page.waitForLoadState();
        page.waitForFunction("() => document.body.innerText.trim() !== ''");
        return this;
    }

    /** Waits until nothing is awaited or moves. */
    public Screen atRest() {
        page.waitForFunction(AT_REST, false);
        return this;
    }

    /** Fails when something sticks out to the right, so that a page has to be pushed aside to be read. */
    public Screen fitsItsWidth() {
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("what sticks out of " + page.url())
                .isNotPositive();
        return this;
    }

    /** Fails when somebody with less sight, or without a mouse, is kept out: findings of axe that are serious or critical. */
    public Screen isAccessible() {
        return isAccessible(false);
    }

    /** The same while something is still going on below, as under a dialog that it waits for. */
    public Screen isAccessibleAtWork() {
        return isAccessible(true);
    }

    private Screen isAccessible(boolean working) {
        page.evaluate(AXE);
        page.waitForFunction(AT_REST, working);
        assertThat((List<?>) page.evaluate(FINDINGS, working))
                .as("what axe finds on " + page.url())
                .isEmpty();
        return this;
    }

    /** Keeps what the window shows as {@code target/screens/<name>.png}. */
    public Screen picture(String name) {
        return picture(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Keeps it as a file for readers of the documentation, smaller and nearly as good. */
    public Screen picture(Path jpeg) {
        return picture(new Page.ScreenshotOptions()
                .setPath(jpeg)
                .setType(ScreenshotType.JPEG)
                .setQuality(JPEG_QUALITY));
    }

    private Screen picture(Page.ScreenshotOptions options) {
        page.screenshot(options.setAnimations(ScreenshotAnimations.DISABLED));
        return this;
    }

    /** What the browser complained about since the last time somebody asked; a test ends well only without any. */
    public List<String> complaints() {
        List<String> since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    @Override
    public void close() {
        context.close();
    }
}
