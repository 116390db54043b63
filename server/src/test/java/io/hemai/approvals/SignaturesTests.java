package io.hemai.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.approvals.Signatures.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What signatures come to, against counting them one by one. */
class SignaturesTests {
    private static final List<TaskStatus> STATES = List.of(
            TaskStatus.PENDING,
            TaskStatus.LATER,
            TaskStatus.APPROVED,
            TaskStatus.REFUSED,
            TaskStatus.HANDED_ON,
            TaskStatus.CANCELLED);

    @Test
    void aShareIsRoundedUp() {
        assertThat(of("percent", 50, TaskStatus.APPROVED, TaskStatus.PENDING, TaskStatus.PENDING))
                .isEqualTo(Turn.OPEN);
        assertThat(of("percent", 50, TaskStatus.APPROVED, TaskStatus.APPROVED, TaskStatus.PENDING))
                .isEqualTo(Turn.PASSED);
        assertThat(of("percent", 50, TaskStatus.REFUSED, TaskStatus.REFUSED, TaskStatus.PENDING))
                .isEqualTo(Turn.REFUSED);
        assertThat(of("percent", 1, TaskStatus.PENDING)).isEqualTo(Turn.OPEN);
    }

    private static Turn of(String mode, int percent, TaskStatus... all) {
        return Signatures.of(
                mode,
                percent,
                List.of(all).stream()
                        .map(status -> new Signature(status, false))
                        .toList());
    }

    /** It is open exactly when those who have not decided could still make it either way, or have to be asked. */
    @Test
    void itIsOpenAsLongAsItDependsOnSomebody() {
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            List<Signature> all = new ArrayList<>();
            int size = 1 + random.nextInt(5);
            for (int j = 0; j < size; j++) {
                all.add(new Signature(STATES.get(random.nextInt(STATES.size())), random.nextInt(4) == 0));
            }
            if (all.stream().noneMatch(one -> counts(one) && !one.added())) {
                continue;
            }
            String mode = List.of("any", "all", "in_order", "percent").get(random.nextInt(4));
            int percent = 1 + random.nextInt(100);
            boolean canPass = ends(mode, percent, all, TaskStatus.APPROVED);
            boolean canFail = !ends(mode, percent, all, TaskStatus.REFUSED);
            Turn turn = Signatures.of(mode, percent, all);
            if (turn == Turn.PASSED) {
                assertThat(canPass).as(mode + percent + all).isTrue();
            }
            if (turn == Turn.REFUSED) {
                assertThat(canFail).as(mode + percent + all).isTrue();
            }
            if (turn == Turn.OPEN) {
                assertThat(all.stream().anyMatch(SignaturesTests::isOpen))
                        .as(mode + percent + all)
                        .isTrue();
            }
            boolean nobodyLeft = all.stream().noneMatch(SignaturesTests::isOpen);
            if (nobodyLeft) {
                assertThat(turn == Turn.PASSED).as(mode + percent + all).isEqualTo(canPass);
            }
        }
    }

    private static boolean counts(Signature one) {
        return one.status() != TaskStatus.HANDED_ON && one.status() != TaskStatus.CANCELLED;
    }

    private static boolean isOpen(Signature one) {
        return one.status() == TaskStatus.PENDING || one.status() == TaskStatus.LATER;
    }

    /** Whether it passes if all who have not decided sign so. */
    private static boolean ends(String mode, int percent, List<Signature> all, TaskStatus how) {
        int asked = 0;
        int yes = 0;
        int no = 0;
        for (Signature one : all) {
            TaskStatus status = isOpen(one) ? how : one.status();
            if (!counts(one)) {
                continue;
            }
            if (one.added()) {
                if (status == TaskStatus.REFUSED) {
                    return false;
                }
                continue;
            }
            asked++;
            yes += status == TaskStatus.APPROVED ? 1 : 0;
            no += status == TaskStatus.REFUSED ? 1 : 0;
        }
        return switch (mode) {
            case "any" -> yes > 0;
            case "percent" -> yes * 100 >= asked * percent;
            default -> no == 0;
        };
    }
}
