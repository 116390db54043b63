package io.hemai.demo;

import io.hemai.demo.DemoPlan.About;
import io.hemai.demo.DemoPlan.Account;
import io.hemai.demo.DemoPlan.Contact;
import io.hemai.demo.Words.Staff;
import io.hemai.kernel.china.CreditCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How accounts come about and are looked after. */
final class CustomerStory {
    private final Words words;
    private final Dice dice;
    private final Ledger ledger;
    private final Face.Maker faces;
    private final Stagehand stage;

    CustomerStory(Words words, Dice dice, Ledger ledger, Face.Maker faces, Stagehand stage) {
        this.words = words;
        this.dice = dice;
        this.ledger = ledger;
        this.faces = faces;
        this.stage = stage;
    }

    /** A new account whose first contact is the person given. */
    Customer found(Company company, Face first, String owner, Instant at) {
        Account account = new Account(
                Ledger.key("account", ledger.accounts),
                company.name(),
                company.industry().code(),
                company.city().region(),
                "https://www." + company.domain(),
                landline(company),
                company.employees(),
                BigDecimal.valueOf(company.employees())
                        .multiply(BigDecimal.valueOf(dice.between(6, 14)))
                        .multiply(BigDecimal.valueOf(100_000)),
                company.tier(),
                creditCode(company),
                owner,
                at);
        ledger.accounts.add(account);
        Customer customer = new Customer(company, account, new ArrayList<>(), new ArrayList<>(), carer());
        meet(customer, first, at);
        return customer;
    }

    /** Adds a contact to an account. */
    Contact meet(Customer customer, Face face, Instant at) {
        Contact contact = new Contact(
                Ledger.key("contact", ledger.contacts),
                customer.account().key(),
                face.name(),
                face.title().title(),
                face.title().decisionRole(),
                face.mobile(),
                face.email(),
                customer.account().owner(),
                at);
        ledger.contacts.add(contact);
        customer.people().add(face);
        customer.contacts().add(contact);
        return contact;
    }

    /** Adds somebody not met before. */
    void meetAnother(Customer customer, Instant at) {
        meet(customer, faces.at(customer.company()), at);
    }

    /** Calls and visits of a customer that has bought, about one in five weeks. */
    void care(Customer customer, Instant from) {
        Instant at = from.plus(Duration.ofDays(dice.between(12, 30)));
        while (at.isBefore(stage.lastNight().minus(Duration.ofDays(14)))) {
            Instant visit = WorkCalendar.workingHour(WorkCalendar.onOrAfter(WorkCalendar.dayOf(at)), dice);
            int person = dice.between(0, customer.people().size() - 1);
            Map<String, String> places = Map.of(
                    "call", customer.people().get(person).call(),
                    "product", label(dice.pick(customer.company().industry().products())));
            About about = new About(
                    null,
                    customer.account().key(),
                    customer.contacts().get(person).key(),
                    null);
            stage.play("service", new Scene(customer.carer(), about, places), visit, visit, 1);
            at = at.plus(Duration.ofDays(dice.between(40, 75)));
        }
    }

    /** The product's name without brand and edition: 制造执行系统. */
    String label(String productCode) {
        return product(productCode).replace("精工", "").replaceAll(" .*", "");
    }

    /** What the product is called in the catalogue. */
    String product(String code) {
        return words.products().stream()
                .filter(product -> product.code().equals(code))
                .map(DemoPlan.Product::name)
                .findFirst()
                .orElseThrow();
    }

    private String carer() {
        List<Staff> carers = words.staff().stream()
                .filter(staff -> staff.person().department().equals("success"))
                .toList();
        return dice.weighted(carers, Staff::weight).person().login();
    }

    private String landline(Company company) {
        int free = company.city().localDigits() - 2;
        String local =
                "8" + dice.between(2, 8) + ("%0" + free + "d").formatted(dice.between(0, (int) Math.pow(10, free) - 1));
        return "+86" + company.city().areaCode().substring(1) + local;
    }

    private String creditCode(Company company) {
        return CreditCode.completed(
                "91" + company.city().region() + "MA" + "%07d".formatted(dice.between(0, 9_999_999)));
    }
}
