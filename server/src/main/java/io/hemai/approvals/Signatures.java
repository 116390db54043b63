package io.hemai.approvals;

import java.util.Collection;
import java.util.List;

/** Works out what the signatures of one step come to. */
final class Signatures {
    private Signatures() {}

    /**
     * The part of one signer.
     *
     * @param added whether another signer asked for it
     */
    record Signature(TaskStatus status, boolean added) {
        boolean is(TaskStatus other) {
            return status == other;
        }
    }

    /** {@link Turn#PASSED}, {@link Turn#REFUSED}, or {@link Turn#OPEN} as long as it depends on those who have not decided. */
    static Turn of(String mode, int percent, Collection<Signature> all) {
        List<Signature> counted = all.stream()
                .filter(one -> !one.is(TaskStatus.HANDED_ON) && !one.is(TaskStatus.CANCELLED))
                .toList();
        List<Signature> added = counted.stream().filter(Signature::added).toList();
        List<Signature> asked = counted.stream().filter(one -> !one.added()).toList();
        if (count(added, TaskStatus.REFUSED) > 0) {
            return Turn.REFUSED;
        }
        Turn usual = usual(mode, percent, asked);
        boolean waits = count(added, TaskStatus.APPROVED) < added.size();
        return usual == Turn.PASSED && waits ? Turn.OPEN : usual;
    }

    private static Turn usual(String mode, int percent, List<Signature> asked) {
        long yes = count(asked, TaskStatus.APPROVED);
        long no = count(asked, TaskStatus.REFUSED);
        long needed = switch (mode) {
            case "all", "in_order" -> asked.size();
            case "percent" -> Math.max(1, (asked.size() * (long) percent + 99) / 100);
            default -> 1;
        };
        boolean lost = mode.equals("any") ? no > 0 : asked.size() - no < needed;
        if (yes >= needed) {
            return Turn.PASSED;
        }
        return lost ? Turn.REFUSED : Turn.OPEN;
    }

    private static long count(List<Signature> some, TaskStatus status) {
        return some.stream().filter(one -> one.is(status)).count();
    }
}
