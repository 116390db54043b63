package io.hemai.opportunities;

import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.RateDay;
import io.hemai.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A closed deal counts at the rate of the day it was to close, or closed if that was earlier; an open one at today's. */
@Component
class DealRateDay implements RateDay {
    private final OpportunityObject opportunity;

    DealRateDay(OpportunityObject opportunity) {
        this.opportunity = opportunity;
    }

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public Set<Field<?>> sources() {
        return Set.of(opportunity.closedAt, opportunity.closeDate);
    }

    @Override
    public Optional<LocalDate> day(Change change) {
        return day(change.value(opportunity.closedAt), change.value(opportunity.closeDate));
    }

    @Override
    public Optional<LocalDate> dayBefore(Change change) {
        return day(change.previous(opportunity.closedAt), change.previous(opportunity.closeDate));
    }

    /** An open deal has not closed at any time. */
    private static Optional<LocalDate> day(@Nullable Instant closedAt, @Nullable LocalDate planned) {
        if (closedAt == null) {
            return Optional.empty();
        }
        LocalDate closed = LocalDate.ofInstant(closedAt, CurrentTenant.get().zone());
        return Optional.of(planned == null || planned.isAfter(closed) ? closed : planned);
    }
}
