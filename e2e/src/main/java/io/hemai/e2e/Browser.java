package io.hemai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests windows: {@code @ExtendWith(Browser.class)}, and a {@code Browser} as the test's argument. Hemai and Chromium are started
 * once for all tests, each window has cookies of its own and, unless it is kept, ends with its test. A test in whose windows the browser complained fails; of one that failed
 * there are pictures.
 */
public final class Browser implements ParameterResolver, AfterEachCallback {
    private static final Namespace SPACE = Namespace.create(Browser.class);

    private final List<Screen> open = new ArrayList<>();
    private final List<Screen> kept = new ArrayList<>();
    private ExtensionContext.@Nullable Store ofTheRun;
    private ExtensionContext.@Nullable Store ofTheClass;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Browser browser = new Browser();
        browser.ofTheRun = test.getRoot().getStore(SPACE);
        browser.ofTheClass = classOf(test).getStore(SPACE);
        test.getStore(SPACE).put(Browser.class, browser);
        return browser;
    }

    private static ExtensionContext classOf(ExtensionContext test) {
        ExtensionContext place = test;
        while (place.getTestMethod().isPresent()) {
            place = place.getParent().orElseThrow();
        }
        return place;
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
        return of(ofTheRun).computeIfAbsent(name, none -> start.get(), type);
    }

    private static ExtensionContext.Store of(ExtensionContext.@Nullable Store store) {
        return Objects.requireNonNull(store, "take the Browser as an argument of the test");
    }

    /** A new window on the empty Hemai. */
    public Screen screen(Look look) {
        return screen(app(), look);
    }

    /** A new window. */
    public Screen screen(App hemai, Look look) {
        Screen screen = window(hemai, look);
        open.add(screen);
        return screen;
    }

    /** The window in which the person looks at Hemai, signed in and used by all tests of the class: for tests that leave nothing in it. */
    public Screen kept(App hemai, Look look, String login) {
        Screen screen = of(ofTheClass)
                .computeIfAbsent(
                        List.of(hemai.address(), look, login),
                        none -> window(hemai, look).signedIn(login),
                        Screen.class);
        kept.add(screen);
        return screen;
    }

    private Screen window(App hemai, Look look) {
        Chromium chromium = started("chromium", Chromium.class, Chromium::start);
        return new Screen(hemai.address(), chromium.browser().newContext(look.options(hemai.address())));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Browser browser = test.getStore(SPACE).get(Browser.class, Browser.class);
        if (browser != null) {
            browser.end(test);
        }
    }

    private void end(ExtensionContext test) {
        List<Screen> used = Stream.concat(open.stream(), kept.stream()).toList();
        List<String> complaints =
                used.stream().flatMap(screen -> screen.complaints().stream()).toList();
        if (test.getExecutionException().isPresent() || !complaints.isEmpty()) {
            String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
            for (int i = 0; i < used.size(); i++) {
                String harmless = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", "-");
                if (!used.get(i).page().isClosed()) {
                    used.get(i).picture("failed/" + harmless + "-" + i);
                }
            }
        }
        open.forEach(Screen::close);
        assertThat(complaints).as("what the browser complained about").isEmpty();
    }
}
