package dev.trestle.steps.http;

import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.RequestSender;

/** Sends requests for other artifacts. */
public final class HttpSender implements RequestSender {

  /** For {@link java.util.ServiceLoader}. */
  public HttpSender() {}

  @Override
  public Exchange send(Call call) {
    HttpSession session = HttpSession.current();
    session.next().headers().addAll(call.headers());
    session.next().query().addAll(call.query());
    session.send(call.method(), call.path(), call.service(), call.body());
    return session.last().exchange();
  }
}
