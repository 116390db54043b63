package io.hemai.approvals;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.access.Roles;
import io.hemai.identity.Acting;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Problem;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what of some terms nobody could go by. Who leaves later, and which roles go, is told to who draws next; what runs copes. */
@Component
public class TermsCheck {
    /** What is said of a field that holds no person. */
    public static final ErrorCode NO_PERSON = ApprovalError.NO_PERSON_FIELD;

    private static final int HIGHEST = 20;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final PeopleSource people;
    private final Roles roles;

    TermsCheck(PeopleSource people, Roles roles) {
        this.people = people;
        this.roles = roles;
    }

    /** The problems, each beside the member of the terms; whether fields fit is for who knows the object. */
    public List<Problem> of(Terms terms) {
        Problems problems = new Problems();
        boolean drawn = Acting.user().isPresent();
        switch (terms.asked()) {
            case "people" -> people("people", terms.named(), drawn, problems);
            case "role" -> {
                if (drawn && (terms.role() == null || roles.find(terms.role()).isEmpty())) {
                    problems.add("role", ApprovalError.NO_ROLE, String.valueOf(terms.role()));
                }
            }
            case "manager", "head" -> {
                if (terms.up() < 1 || terms.up() > HIGHEST) {
                    problems.add("level", ApprovalError.LEVEL_OUT_OF_RANGE, HIGHEST);
                }
            }
            default -> {}
        }
        people("copies", terms.informed(), drawn, problems);
        if (terms.signed().equals("percent") && (terms.share() < 1 || terms.share() > 100)) {
            problems.add("percent", ApprovalError.PERCENT_OUT_OF_RANGE);
        }
        time(terms, problems);
        return problems.list();
    }

    private void people(String member, List<RecordId> named, boolean drawn, Problems problems) {
        if (named.size() > Signers.MOST || (named.isEmpty() && member.equals("people"))) {
            problems.add(member, ApprovalError.NO_PEOPLE, Signers.MOST);
            return;
        }
        if (!drawn) {
            return;
        }
        Map<RecordId, Person> found = people.persons(named);
        named.stream()
                .filter(id -> !found.containsKey(id) || !found.get(id).active())
                .findFirst()
                .ifPresent(id -> problems.add(member, ApprovalError.NOT_WORKING));
    }

    private static void time(Terms terms, Problems problems) {
        boolean negative = isNegative(terms.withinDays()) || isNegative(terms.withinHours());
        Duration within = terms.within().orElse(Duration.ZERO);
        if (negative || within.compareTo(LONGEST) > 0) {
            problems.add("within_days", ApprovalError.LIMIT_OUT_OF_RANGE, LONGEST.toDays());
        } else if (within.isZero() && !terms.whenLate().equals("remind")) {
            problems.add("within_days", ApprovalError.LIMIT_NEEDED);
        }
    }

    private static boolean isNegative(@Nullable Integer number) {
        return number != null && number < 0;
    }
}
