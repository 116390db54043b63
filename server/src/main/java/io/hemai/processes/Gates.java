package io.hemai.processes;

import io.hemai.access.PeopleSource;
import io.hemai.access.Person;
import io.hemai.access.Role;
import io.hemai.access.Roles;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Label;
import io.hemai.kernel.Problem;
import io.hemai.metadata.Field;
import io.hemai.metadata.Wording;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what stands in the way of a move. */
@Component
class Gates {
    private final Roles roles;
    private final PeopleSource people;
    private final Wording wording;

    Gates(Roles roles, PeopleSource people, Wording wording) {
        this.roles = roles;
        this.people = people;
        this.wording = wording;
    }

    /**
     * A record on its way from one value to another.
     *
     * @param from null for one that begins
     * @param before as it stood; as it will be where it is new
     * @param after as it will be
     * @param matches whether the record, as it will be, matches
     * @param ticked the items that are ticked for it
     * @param approved the step by which the work that moves it was approved; null for none
     */
    record Move(
            LiveProcess process,
            @Nullable String from,
            String to,
            Row before,
            Row after,
            Predicate<Filter> matches,
            Set<String> ticked,
            @Nullable String approved) {
        ProcessPlan plan() {
            return process.plan();
        }

        Field<?> field() {
            return plan().field();
        }
    }

    /** Everything that stands in the way, but for people who are to be asked and have not been. */
    List<Problem> problems(Move move, Mover mover) {
        return shown(found(move, mover), move, mover);
    }

    /** Who does not see the value is told no more than that it stays. */
    private static List<Problem> shown(List<Problem> problems, Move move, Mover mover) {
        return problems.isEmpty() || mover.sees(move.field())
                ? problems
                : List.of(Problem.of(mover.name(move.field()), ProcessError.NOT_SHOWN));
    }

    private List<Problem> found(Move move, Mover mover) {
        if (!move.plan().leads(move.from(), move.to())) {
            return List.of(unled(move));
        }
        List<Problem> problems = new ArrayList<>();
        for (ProcessPlan.Gate gate : move.plan().passed(move.from(), move.to())) {
            if (!mover.isOneOf(gate.who(), move.before())) {
                problems.add(problem(
                        move, ProcessError.NOT_YOURS, mover.words(gate.who(), this::told), called(move, gate.to())));
            }
            contents(move, gate, mover).forEach(problems::add);
            unticked(move, gate).forEach(problems::add);
            if (gate.approves() && !gate.to().equals(move.to())) {
                problems.add(problem(move, ProcessError.SKIPS_APPROVAL, called(move, gate.to())));
            }
        }
        return problems.stream().distinct().toList();
    }

    /** Of what stands in the way only what the record does not say. */
    List<Problem> contents(Move move, Mover mover) {
        return move.plan().passed(move.from(), move.to()).stream()
                .flatMap(gate -> contents(move, gate, mover))
                .distinct()
                .toList();
    }

    private Stream<Problem> contents(Move move, ProcessPlan.Gate gate, Mover mover) {
        Stream<Problem> missing = gate.required().stream()
                .filter(field -> move.after().value(field) == null)
                .map(field -> Problem.of(
                        mover.name(field),
                        ProcessError.REQUIRED,
                        mover.name(field) == null ? wording.label("process.hidden_fields") : field.label(),
                        called(move, gate.to())));
        Stream<Problem> unmet = gate.conditions().stream()
                .filter(condition -> !isMet(condition.when(), move.matches()))
                .map(condition -> problem(move, ProcessError.CONDITION, condition.message()));
        return Stream.concat(missing, unmet);
    }

    /** The same, and that people are to be asked first. */
    List<Problem> allProblems(Move move, Mover mover) {
        List<Problem> problems = problems(move, mover);
        boolean asks = problems.isEmpty()
                && move.plan()
                        .asking(move.from(), move.to())
                        .filter(gate -> !ProcessFlows.part(move.process().id(), gate.id())
                                .equals(move.approved()))
                        .isPresent();
        return asks
                ? shown(List.of(problem(move, ProcessError.NEEDS_APPROVAL, called(move, move.to()))), move, mover)
                : problems;
    }

    /** Part by part, so that what the record will say is told from it, and the database is asked of other records alone. */
    static boolean isMet(Filter filter, Predicate<Filter> matches) {
        return switch (filter) {
            case Filter.And(var parts) -> parts.stream().allMatch(part -> isMet(part, matches));
            case Filter.Or(var parts) -> parts.stream().anyMatch(part -> isMet(part, matches));
            case Filter.Not(var part) -> !isMet(part, matches);
            default -> matches.test(filter);
        };
    }

    private static Problem problem(Move move, ProcessError code, Object... args) {
        return Problem.of(move.field().name(), code, args);
    }

    private static Label called(Move move, String value) {
        return move.plan().called(value);
    }

    private Problem unled(Move move) {
        ProcessPlan plan = move.plan();
        boolean begins = plan.state(move.from()).isEmpty();
        List<ProcessPlan.State> ways = begins ? plan.beginnings() : plan.next(move.from());
        Label possible = ways.isEmpty() ? wording.label("process.nowhere") : listed(ways, state -> state.label());
        return begins
                ? problem(move, ProcessError.NO_START, called(move, move.to()), possible)
                : problem(
                        move,
                        ProcessError.NOT_ALLOWED,
                        called(move, String.valueOf(move.from())),
                        called(move, move.to()),
                        possible);
    }

    private Stream<Problem> unticked(Move move, ProcessPlan.Gate gate) {
        List<ProcessPlan.Item> open = gate.checklist().stream()
                .filter(item -> !move.ticked().contains(item.key()))
                .toList();
        return open.isEmpty()
                ? Stream.empty()
                : Stream.of(problem(
                        move,
                        ProcessError.UNCHECKED,
                        called(move, gate.to()),
                        listed(open, item -> Label.same(item.text()))));
    }

    /** Who may, in words. */
    private Label told(Drawn.Who who) {
        List<Label> words = new ArrayList<>();
        if (who.isOwner()) {
            words.add(wording.label("process.who.owner"));
        }
        if (who.isManager()) {
            words.add(wording.label("process.who.manager"));
        }
        who.anyRoles().forEach(role -> words.add(roleLabel(role)));
        people.persons(who.anyPeople()).values().stream()
                .map(Person::label)
                .sorted()
                .forEach(name -> words.add(Label.same(name)));
        return listed(words, word -> word);
    }

    private Label roleLabel(String role) {
        return roles.find(role).map(Role::label).orElseGet(() -> Label.same(role));
    }

    private static <T> Label listed(List<T> things, Function<T, Label> label) {
        return Label.of(
                joined(things, label, Locale.SIMPLIFIED_CHINESE, "、"), joined(things, label, Locale.ENGLISH, ", "));
    }

    private static <T> String joined(List<T> things, Function<T, Label> label, Locale reader, String between) {
        return things.stream().map(thing -> label.apply(thing).in(reader)).collect(Collectors.joining(between));
    }
}
