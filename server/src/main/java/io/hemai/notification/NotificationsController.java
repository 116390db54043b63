package io.hemai.notification;

import io.hemai.identity.Acting;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.UserIdentity;
import io.hemai.web.Once;
import io.hemai.web.Parameters;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** All notifications of a person at once, over HTTP; they themselves are records. */
@RestController
class NotificationsController {
    private final Notifications notifications;

    NotificationsController(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Done twice, there is nothing left to do. */
    @PostMapping(path = "/api/v1/notifications/see_all", produces = MediaType.APPLICATION_JSON_VALUE)
    @Once(Once.How.NOWHERE)
    @RequiresScope(Scope.RECORDS_WRITE)
    Map<String, Long> seeAll(Parameters parameters) {
        parameters.only();
        long seen =
                Acting.user().map(UserIdentity::user).map(notifications::seeAll).orElse(0L);
        return Map.of("seen", seen);
    }
}
