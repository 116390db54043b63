package io.hemai.demo;

import io.hemai.demo.DemoPlan.Campaign;
import io.hemai.demo.Words.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** When leads come in, and from where: more in spring and autumn, few at Spring Festival, crowds at fairs. */
final class Arrivals {
    /** January to December, 1 being an average month. */
    private static final double[] SEASON = {0.8, 0.45, 1.25, 1.1, 1.0, 1.1, 0.85, 0.9, 1.3, 1.0, 1.2, 1.0};

    private static final double HIGHEST = 1.3 * 1.15;
    private static final int YEAR = 365;

    /** A lead's arrival. */
    record Arrival(Instant at, Channel channel, @Nullable Campaign campaign) {}

    private final Words words;
    private final Dice dice;
    private final LocalDate today;
    private final List<Campaign> campaigns;

    Arrivals(Words words, Dice dice, LocalDate today) {
        this.words = words;
        this.dice = dice;
        this.today = today;
        this.campaigns = words.events().stream().map(this::lastTime).toList();
    }

    List<Campaign> campaigns() {
        return campaigns;
    }

    /** So many arrivals of the year before today, in order. */
    List<Arrival> arrivals(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> arrival())
                .sorted(Comparator.comparing(Arrival::at))
                .toList();
    }

    private Arrival arrival() {
        Channel channel = dice.weighted(words.channels(), Channel::weight);
        List<Campaign> own = campaigns.stream()
                .filter(campaign -> campaign.source().equals(channel.code()))
                .toList();
        if (!own.isEmpty() && dice.chance(0.75)) {
            Campaign campaign = dice.weighted(own, this::share);
            LocalDate day = campaign.starts().plusDays(dice.between(0, (int)
                    (campaign.ends().toEpochDay() - campaign.starts().toEpochDay())));
            if (day.isBefore(today)) {
                return new Arrival(WorkCalendar.workingHour(day, dice), channel, campaign);
            }
        }
        return new Arrival(hour(day()), channel, null);
    }

    private LocalDate day() {
        while (true) {
            int offset = dice.between(0, YEAR - 1);
            LocalDate day = today.minusDays(YEAR - offset);
            double growth = 0.85 + 0.3 * offset / YEAR;
            double rest = WorkCalendar.isWorkingDay(day) ? 1 : 0.2;
            if (dice.chance(SEASON[day.getMonthValue() - 1] * growth * rest / HIGHEST)) {
                return day;
            }
        }
    }

    private Instant hour(LocalDate day) {
        return dice.chance(0.12)
                ? WorkCalendar.at(day, LocalTime.of(dice.between(19, 22), dice.between(0, 59)))
                : WorkCalendar.workingHour(day, dice);
    }

    private double share(Campaign campaign) {
        return words.events().stream()
                .filter(event -> event.key().equals(campaign.key()))
                .mapToDouble(Words.Event::share)
                .sum();
    }

    /** The campaign's last start before today. */
    private Campaign lastTime(Words.Event event) {
        LocalDate thisYear = LocalDate.of(today.getYear(), event.month(), event.day());
        LocalDate starts = thisYear.isBefore(today) ? thisYear : thisYear.minusYears(1);
        return new Campaign(
                event.key(),
                event.name(),
                event.kind(),
                event.source(),
                starts,
                starts.plusDays(event.days() - 1L),
                event.cost(),
                event.owner());
    }
}
