package io.hemai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests windows: {@code @ExtendWith(Browser.class)}, and a {@code Browser} as the test's argument. Hemai and Chromium are started
 * once for all tests, each window has cookies of its own. A test in whose windows the browser complained fails; of one that failed
 * there are pictures.
 */
public final class Browser implements ParameterResolver, AfterEachCallback {
    private static final Namespace SPACE = Namespace.create(Browser.class);

    private final List<Screen> open = new ArrayList<>();
    private ExtensionContext.@Nullable Store ofTheRun;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Browser browser = new Browser();
        browser.ofTheRun = test.getRoot().getStore(SPACE);
        test.getStore(SPACE).put(Browser.class, browser);
        return browser;
    }

    /** An empty Hemai; its administrator is {@link App#ADMIN}. */
    public App app() {
        return started("app", App.class, () -> App.start(false));
    }

    /** A Hemai with the demo company. */
    public App demo() {
        return started("demo", App.class, () -> App.start(true));
    }

    private <T> T started(String name, Class<T> type, Supplier<T> start) {
        ExtensionContext.Store store = Objects.requireNonNull(ofTheRun, "take the Browser as an argument of the test");
        return store.computeIfAbsent(name, none -> start.get(), type);
    }

    /** A new window on the empty Hemai. */
    public Screen screen(Look look) {
        return screen(app(), look);
    }

    /** A new window. */
    public Screen screen(App hemai, Look look) {
        Chromium chromium = started("chromium", Chromium.class, Chromium::start);
        Screen screen = new Screen(hemai.address(), chromium.browser().newContext(look.options(hemai.address())));
        open.add(screen);
        return screen;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Browser browser = test.getStore(SPACE).get(Browser.class, Browser.class);
        if (browser != null) {
            browser.end(test);
        }
    }

    private void end(ExtensionContext test) {
        List<String> complaints =
                open.stream().flatMap(screen -> screen.complaints().stream()).toList();
        if (test.getExecutionException().isPresent() || !complaints.isEmpty()) {
            String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
            for (int i = 0; i < open.size(); i++) {
                String harmless = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", "-");
                if (!open.get(i).page().isClosed()) {
                    open.get(i).picture("failed/" + harmless + "-" + i);
                }
            }
        }
        open.forEach(Screen::close);
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }
}
