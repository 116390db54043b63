package io.hemai.bench.floor;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hemai's own pool with a tap on it. */
final class TappedPool extends HikariDataSource {
    private final Tap tap;

    private TappedPool(HikariDataSource pool, Tap tap) {
        pool.copyStateTo(this);
        this.tap = tap;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return tap.on(super.getConnection());
    }

    @Configuration(proxyBeanMethods = false)
    static class Tapping {
        @Bean
        static Tap tap() {
            return new Tap();
        }

        @Bean
        static BeanPostProcessor tapping(Tap tap) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof HikariDataSource pool ? new TappedPool(pool, tap) : bean;
                }
            };
        }
    }
}
