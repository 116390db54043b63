package io.hemai.demo;

import io.hemai.demo.DemoPlan.About;
import io.hemai.demo.DemoPlan.Activity;
import io.hemai.demo.DemoPlan.NextStep;
import io.hemai.demo.DemoPlan.Task;
import io.hemai.demo.Words.Script;
import io.hemai.demo.Words.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writes activities and tasks into the ledger, at working hours within the time that their part of the story takes. */
final class Stagehand {
    private final Words words;
    private final Dice dice;
    private final Ledger ledger;
    private final LocalDate today;

    Stagehand(Words words, Dice dice, Ledger ledger, LocalDate today) {
        this.words = words;
        this.dice = dice;
        this.ledger = ledger;
        this.today = today;
    }

    /** The end of the day before, up to which everything has happened. */
    Instant lastNight() {
        return WorkCalendar.at(today.minusDays(1), LocalTime.of(18, 0));
    }

    /** Plays some of the scripts of a stage, in their order, between two times. */
    void play(String stage, Scene scene, Instant from, Instant to, int count) {
        List<Script> fitting =
                words.scriptsAt(stage).stream().filter(scene::fits).toList();
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            chosen.add(dice.between(0, fitting.size() - 1));
        }
        List<Instant> times = times(from, to, chosen.size());
        for (int index : chosen) {
            Script script = fitting.get(index);
            act(script.kind(), script.subject(), script.body(), scene, times.removeFirst());
        }
    }

    void act(String kind, String subject, String body, Scene scene, Instant at) {
        ledger.activities.add(
                new Activity(kind, scene.fill(subject), scene.fill(body), at, scene.owner(), scene.about()));
    }

    /** Leaves something to do within two weeks, now and then overdue, and says what. */
    NextStep next(String stage, String owner, About about) {
        LocalDate day = dice.chance(0.15)
                ? WorkCalendar.onOrAfter(today.minusDays(dice.between(1, 9)))
                : WorkCalendar.plus(today, dice.between(0, 9));
        Instant due = WorkCalendar.workingHour(day, dice);
        Step task = dice.pick(words.tasksAt(stage));
        ledger.tasks.add(new Task(task.text(), task.priority(), due, null, owner, about));
        return new NextStep(dice.pick(words.stepsAt(stage)).text(), due);
    }

    /** A task of the past: set at the first time, done by the second. */
    void done(String stage, String owner, About about, Instant from, Instant to) {
        Step task = dice.pick(words.tasksAt(stage));
        Instant done = times(from, to, 1).getFirst();
        Instant due = WorkCalendar.withinHours(done.plus(dice.between(-24, 30), ChronoUnit.HOURS));
        ledger.tasks.add(new Task(task.text(), task.priority(), due.isBefore(from) ? done : due, done, owner, about));
    }

    /** So many times in order, neither before the first nor after the second. */
    List<Instant> times(Instant from, Instant to, int count) {
        LocalDate first = WorkCalendar.dayOf(from);
        int days = (int) ChronoUnit.DAYS.between(first, WorkCalendar.dayOf(to));
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = WorkCalendar.onOrAfter(first.plusDays(dice.between(0, Math.max(0, days))));
            Instant time = WorkCalendar.workingHour(day, dice);
            if (time.isBefore(from)) {
                time = from.plus(Duration.ofMinutes(dice.between(5, 90)));
            }
            if (time.isAfter(to)) {
                Instant shortlyBefore = to.minus(Duration.ofMinutes(dice.between(2, 40)));
                time = shortlyBefore.isBefore(from) ? to : shortlyBefore;
            }
            times.add(time);
        }
        times.sort(null);
        return times;
    }
}
