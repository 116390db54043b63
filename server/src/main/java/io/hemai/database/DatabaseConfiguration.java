package io.hemai.database;

import com.zaxxer.hikari.HikariDataSource;
import io.hemai.database.embedded.EmbeddedPostgres;
import io.hemai.database.embedded.ServerSettings;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.impl.DataSourceConnectionProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/** Chooses the server and opens pool, transactions and jOOQ on it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {
    /**
     * Beyond those of requests: four readers of the journal, two transfers, two makers of fields with two each, and what looks
     * after things by the clock.
     */
    private static final int CONNECTIONS = 32;

    private static final int REQUESTS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int IDLE_CONNECTIONS = 2;

    /**
     * What every pooled connection carries: limits, also of the entries that wait for their place in an index of arrays, through
     * which searches read. Tenant roles that we create must be ours to take on, which PostgreSQL
     * grants only when asked.
     */
    private static final String SESSION_OPTIONS =
            "-c statement_timeout=30s -c lock_timeout=5s" + " -c gin_pending_list_limit=" + RawDdl.GIN_PENDING
                    + " -c idle_in_transaction_session_timeout=30s -c createrole_self_grant=set,inherit";

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    DatabaseServer databaseServer(DatabaseProperties properties) {
        return properties
                .external()
                .<DatabaseServer>map(ExternalPostgres::checked)
                .orElseGet(() -> EmbeddedPostgres.start(properties.homeDirectory(), ServerSettings.production()));
    }

    @Bean
    HikariDataSource dataSource(DatabaseServer server) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("hemai");
        pool.setJdbcUrl(server.address().url());
        pool.setUsername(server.address().user());
        pool.setPassword(server.address().password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(IDLE_CONNECTIONS);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        // a backend keeps the definition of every table it ever touched
        pool.setMaxLifetime(Duration.ofMinutes(30).toMillis());
        pool.setConnectionInitSql("SET TIME ZONE 'UTC'");
        pool.addDataSourceProperty("ApplicationName", "hemai");
        pool.addDataSourceProperty("options", SESSION_OPTIONS);
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("socketTimeout", "300");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // a batch of inserts goes as few statements of many rows
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    /** Migrations run on a connection of their own, because they may take longer than a request's statement. */
    @Bean
    FlywayConfigurationCustomizer migrationConnection(DatabaseServer server) {
        DatabaseAddress address = server.address();
        return flyway -> flyway.dataSource(address.url(), address.user(), address.password());
    }

    @Bean
    DefaultConfigurationCustomizer qualifiedNames() {
        return jooq -> jooq.settings()
                .withRenderSchema(true)
                .withExecuteLogging(false)
                .withExecuteDeleteWithoutWhere(org.jooq.conf.ExecuteWithoutWhere.THROW)
                .withExecuteUpdateWithoutWhere(org.jooq.conf.ExecuteWithoutWhere.THROW);
    }

    /** A write inside a read-only transaction fails where it is asked for. */
    @Bean
    TransactionManagerCustomizer<AbstractPlatformTransactionManager> strictTransactions() {
        return manager -> manager.setValidateExistingTransaction(true);
    }

    @Bean
    Admission admission() {
        return new Admission(REQUESTS, PATIENCE);
    }

    @Bean
    ConnectionProvider connections(DataSource pool, Admission admission) {
        return admission.before(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(pool)));
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager, Admission admission) {
        return new Transactions(manager, admission);
    }
}
