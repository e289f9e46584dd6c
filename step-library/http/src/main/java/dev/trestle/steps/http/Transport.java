package dev.trestle.steps.http;

import java.io.IOException;

/** Sends one request and waits for the response to it. */
interface Transport {

  /** The response, as the exchange of that number. */
  Exchange send(int number, Request request) throws IOException;
}
