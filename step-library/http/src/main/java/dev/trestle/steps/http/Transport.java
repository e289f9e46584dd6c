package dev.trestle.steps.http;

import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.Request;
import java.io.IOException;
import java.time.Duration;

/** Sends one request and waits for the response to it. */
interface Transport {

  /** The response, as the exchange of that number. */
  Exchange send(int number, Request request) throws IOException;

  /** How long it waits. */
  default Duration bound() {
    return Client.PATIENCE;
  }
}
