package io.hemai.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a random port, on the run's one PostgreSQL. All such tests share it, so each works in tenants
 * of its own and leaves others alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // what happens at night, and flows that come along, would happen in the middle of somebody's test
        properties = {"hemai.reconcile=-", "hemai.flows.ready=false", "hemai.outbound.allow=127.0.0.1"})
@Import({TestClock.Beans.class, TestSight.Beans.class, TestTenants.class, Probe.class})
@ExtendWith({TestClock.Reset.class, TestSight.Reset.class})
@ContextConfiguration(initializers = {TestPostgres.Initializer.class, TestMail.Initializer.class})
public @interface HemaiTest {}
