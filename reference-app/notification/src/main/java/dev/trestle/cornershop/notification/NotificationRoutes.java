package dev.trestle.cornershop.notification;

import dev.trestle.cornershop.kit.Caller;
import dev.trestle.cornershop.kit.Requests;
import dev.trestle.cornershop.kit.Role;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** The notification service's HTTP routes. */
final class NotificationRoutes {
  private final Notifications notifications;

  NotificationRoutes(Notifications notifications) {
    this.notifications = notifications;
  }

  /** What shoppers were told. */
  interface Notifications {
    /** The notifications of one order, oldest first. */
    List<Notification> ofOrder(String orderId);
  }

  void register(RoutesConfig routes) {
    routes.get("/notifications", this::ofOrder);
  }

  private void ofOrder(Context context) {
    Caller caller = Requests.caller(context);
    context.json(
        notifications.ofOrder(Requests.query(context, "orderId")).stream()
            .filter(one -> mayRead(caller, one))
            .toList());
  }

  private static boolean mayRead(Caller caller, Notification notification) {
    return caller.is(Role.STAFF)
        || caller.is(Role.SERVICE)
        || caller.email().equalsIgnoreCase(notification.recipient());
  }
}
