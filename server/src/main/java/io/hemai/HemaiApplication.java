package io.hemai;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The whole of Hemai in one process. */
@SpringBootApplication
public class HemaiApplication {
    public static void main(String[] args) {
        SpringApplication.run(HemaiApplication.class, args);
    }

    /** The one clock; tests put their own in its place. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
