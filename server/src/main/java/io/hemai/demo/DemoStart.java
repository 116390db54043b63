package io.hemai.demo;

import io.hemai.access.Roles;
import io.hemai.identity.IdentityProperties;
import io.hemai.identity.Passwords;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.people.UserObject;
import io.hemai.records.Row;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenants;
import io.hemai.web.StartNotice;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** With {@code HEMAI_DEMO=true}: fills the first tenant before the first request, and lets its people in. */
@Component
@ConditionalOnBooleanProperty("hemai.demo")
class DemoStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    /** After the tenant and its administrator are there, before the web server. */
    private static final int AFTER_FOUNDING = 10;

    /** Told on the console, where somebody waits for the demo. */
    private static final String IN_USE =
            "No demo company was made: that takes an empty home. For one: HEMAI_HOME=demo ./hemai start --demo";

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;

    private final Tenants tenants;
    private final DemoCompany company;
    private final Passwords passwords;
    private final UserObject user;
    private final Roles roles;
    private final StartNotice notice;
    private final @Nullable String wanted;
    private volatile boolean running;

    DemoStart(
            Tenants tenants,
            DemoCompany company,
            Passwords passwords,
            UserObject user,
            Roles roles,
            StartNotice notice,
            IdentityProperties properties) {
        this.tenants = tenants;
        this.company = company;
        this.passwords = passwords;
        this.user = user;
        this.roles = roles;
        this.notice = notice;
        this.wanted = properties.admin().password();
    }

    @Override
    public void start() {
        tenants.find(TenantId.MAIN).ifPresent(main -> CurrentTenant.run(main, this::fill));
        running = true;
    }

    /** A demo that fails keeps nobody from working: the next start goes on with it. */
    void fill() {
        long began = System.nanoTime();
        try {
            List<Row> people = company.fill();
            if (!people.isEmpty()) {
                letIn(people);
                LOG.info(
                        "the demo company is there; filling it in took {} seconds",
                        Duration.ofNanos(System.nanoTime() - began).toSeconds());
            } else if (company.isThere()) {
                LOG.info("the demo company is there already; nothing was added");
            } else {
                notice.add(IN_USE);
            }
        } catch (RuntimeException failed) {
            LOG.error("the demo company is incomplete; start again with HEMAI_DEMO=true to go on with it", failed);
        }
    }

    private void letIn(List<Row> people) {
        String password = wanted != null && isGoodFor(people, wanted) ? wanted : random();
        people.forEach(person -> passwords.set(person.id(), password));
        show(people, password.equals(wanted) ? "the administrator's" : password);
    }

    private boolean isGoodFor(List<Row> people, String password) {
        try {
            people.forEach(person -> passwords.check(person.require(user.login), password));
            return true;
        } catch (Refusal poor) {
            LOG.info("HEMAI_ADMIN_PASSWORD is too easy for the demo's people, they get another one");
            return false;
        }
    }

    private static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private void show(List<Row> people, String password) {
        String list = people.stream()
                .map(p -> "  %-14s %s  %s".formatted(p.require(user.login), p.label(), roles(p)))
                .collect(Collectors.joining("\n"));
        notice.add("The demo company's people, password: %s\n%s".formatted(password, list));
    }

    /** What the person's roles are called, in the company's language. */
    private String roles(Row person) {
        Locale language = CurrentTenant.get().locale();
        return Objects.requireNonNullElse(person.value(user.roles), List.<String>of()).stream()
                .map(name ->
                        roles.find(name).map(role -> role.label().in(language)).orElse(name))
                .collect(Collectors.joining(language.getLanguage().equals("zh") ? "、" : ", "));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_FOUNDING;
    }
}
