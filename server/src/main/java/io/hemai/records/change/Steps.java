package io.hemai.records.change;

import io.hemai.records.ChangeSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Component;

/**
 * The way of every write: Authorize, Coerce, FillDefaults, ApplyRules, WorkOut, Validate, CheckRules, AskJudges, CheckOwners, CheckFiles, CheckDeletes, CheckDuplicates, then
 * GiveNumbers, WorkOutByNumber, MoveToBin, Write, KeepDuplicateKeys, KeepFileUses, WriteJournal, Announce. The first ones only check; when
 * anything is wrong an atomic set stops there with everything that is.
 */
@Component
public class Steps {
    private final List<Step> checking;
    private final List<Step> doing;
    private final Coerce coerce;

    Steps(List<Step> steps, Coerce coerce) {
        this.coerce = coerce;
        Map<Boolean, List<Step>> parts = steps.stream()
                .sorted(AnnotationAwareOrderComparator.INSTANCE)
                .collect(Collectors.partitioningBy(Doing.class::isInstance));
        this.checking = parts.getOrDefault(false, List.of());
        this.doing = parts.getOrDefault(true, List.of());
    }

    /** Only makes values of what was asked for, and notes what cannot be one. */
    public void coerce(ChangeSet changes) {
        coerce.apply(changes);
    }

    /** Takes the set all the way; must run in a transaction of the tenant. */
    public void take(ChangeSet changes) {
        checking.forEach(step -> step.apply(changes));
        if (changes.options().atomic()) {
            changes.refuseIfAny();
        }
        if (!changes.sound().isEmpty()) {
            doing.forEach(step -> step.apply(changes));
        }
    }
}
