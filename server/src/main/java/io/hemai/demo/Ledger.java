package io.hemai.demo;

import io.hemai.demo.DemoPlan.Account;
import io.hemai.demo.DemoPlan.Activity;
import io.hemai.demo.DemoPlan.Contact;
import io.hemai.demo.DemoPlan.Deal;
import io.hemai.demo.DemoPlan.Lead;
import io.hemai.demo.DemoPlan.Task;
import java.util.ArrayList;
import java.util.List;

/** What has been told so far. */
final class Ledger {
    final List<Account> accounts = new ArrayList<>();
    final List<Contact> contacts = new ArrayList<>();
    final List<Lead> leads = new ArrayList<>();
    final List<Deal> deals = new ArrayList<>();
    final List<Activity> activities = new ArrayList<>();
    final List<Task> tasks = new ArrayList<>();

    /** The next free key of a list: {@code deal-0007}. */
    static String key(String kind, List<?> list) {
        return "%s-%04d".formatted(kind, list.size() + 1);
    }
}
