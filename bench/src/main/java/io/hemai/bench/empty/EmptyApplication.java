package io.hemai.bench.empty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The same starters, and nothing of Hemai. No component, so that Hemai beside it does not take it for one of its own. */
@EnableAutoConfiguration
public final class EmptyApplication {
    public static void main(String[] args) {
        SpringApplication.run(EmptyApplication.class, args);
    }
}
