package io.hemai.records.store;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Up to how many readable records are gathered by their ids; measured, and seldom worth changing. */
@Configuration(proxyBeanMethods = false)
class FewConfiguration {
    @Bean
    FewRecords fewRecords(@Value("${hemai.few-records:5000}") int most) {
        return () -> most;
    }
}
