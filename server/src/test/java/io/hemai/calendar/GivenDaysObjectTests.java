package io.hemai.calendar;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

class GivenDaysObjectTests extends StandardObjectContract {
    private final AtomicInteger made = new AtomicInteger();

    @Autowired
    GivenDaysObject given;

    @Override
    protected StandardObject object() {
        return given;
    }

    @Override
    protected Values example() {
        return Values.of(given.name, "NL " + made.incrementAndGet());
    }
}
