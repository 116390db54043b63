package io.hemai.demo;

import io.hemai.demo.DemoPlan.Account;
import io.hemai.demo.DemoPlan.Contact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which companies belong to which, and who reports to whom. It follows from the plan, so that no die falls otherwise than before. */
final class Ties {
    private static final int LARGE = 2_000;
    private static final int MIDDLE = 500;
    private static final int SUBSIDIARIES = 3;

    /** Who leads comes first; whom the others of a company report to. */
    private static final List<String> RANKS = List.of("approver", "decision_maker", "technical", "purchasing", "user");

    private Ties() {}

    /** The company above, by the key of the one below: large ones have a few of their trade below them, and these one more each. */
    static Map<String, String> parents(List<Account> accounts) {
        Map<String, String> above = new TreeMap<>();
        Map<String, List<Account>> trades = accounts.stream().collect(Collectors.groupingBy(Account::industry));
        trades.values().forEach(trade -> {
            List<Account> large =
                    trade.stream().filter(a -> a.employees() >= LARGE).toList();
            List<Account> middle = between(trade, MIDDLE, LARGE);
            List<Account> small = between(trade, 0, MIDDLE);
            for (int i = 0; i < large.size(); i++) {
                String top = large.get(i).key();
                part(middle, i).forEach(a -> above.put(a.key(), top));
            }
            List<Account> owned =
                    middle.stream().filter(a -> above.containsKey(a.key())).toList();
            for (int i = 0; i < Math.min(owned.size(), small.size()); i++) {
                above.put(small.get(i).key(), owned.get(i).key());
            }
        });
        return above;
    }

    private static List<Account> between(List<Account> trade, int least, int below) {
        return trade.stream()
                .filter(a -> a.employees() >= least && a.employees() < below)
                .toList();
    }

    private static List<Account> part(List<Account> all, int number) {
        return all.stream()
                .skip((long) number * SUBSIDIARIES)
                .limit(SUBSIDIARIES)
                .toList();
    }

    /** The superior, by the key of who reports: everybody to the highest of another rank, users to technicians where there are some. */
    static Map<String, String> superiors(List<Contact> contacts) {
        Map<String, String> above = new HashMap<>();
        contacts.stream()
                .collect(Collectors.groupingBy(Contact::account))
                .values()
                .forEach(people -> {
                    Contact head = people.stream()
                            .min(Comparator.comparingInt(Ties::rank))
                            .filter(c -> rank(c) < RANKS.indexOf("technical"))
                            .orElse(null);
                    Contact technician = people.stream()
                            .filter(c -> c.decisionRole().equals("technical"))
                            .findFirst()
                            .orElse(null);
                    for (Contact person : people) {
                        Contact over = person.decisionRole().equals("user") && technician != null ? technician : head;
                        if (over != null && rank(over) < rank(person)) {
                            above.put(person.key(), over.key());
                        }
                    }
                });
        return above;
    }

    private static int rank(Contact contact) {
        int rank = RANKS.indexOf(contact.decisionRole());
        return rank < 0 ? RANKS.size() : rank;
    }

    /** The same in steps, those that nobody stands above first, so that each finds the one above it written. */
    static <T> List<List<T>> downwards(List<T> all, Function<T, String> key, Map<String, String> above) {
        Map<Integer, List<T>> steps = new TreeMap<>();
        for (T each : all) {
            int depth = 0;
            for (@Nullable String at = above.get(key.apply(each)); at != null; at = above.get(at)) {
                depth++;
            }
            steps.computeIfAbsent(depth, none -> new ArrayList<>()).add(each);
        }
        return List.copyOf(steps.values());
    }
}
