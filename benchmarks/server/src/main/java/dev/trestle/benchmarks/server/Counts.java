package dev.trestle.benchmarks.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each route was called. */
final class Counts {

  private final Map<String, LongAdder> routes = new ConcurrentHashMap<>();

  void add(String route) {
    routes.computeIfAbsent(route, ignored -> new LongAdder()).increment();
  }

  Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    routes.forEach((route, count) -> all.put(route, count.sum()));
    return all;
  }

  void reset() {
    routes.clear();
  }
}
