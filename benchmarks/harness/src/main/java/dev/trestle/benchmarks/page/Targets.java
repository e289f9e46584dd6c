package dev.trestle.benchmarks.page;

import dev.trestle.benchmarks.load.Load;
import dev.trestle.benchmarks.plan.Shape;
import dev.trestle.benchmarks.stack.Stacks;
import dev.trestle.benchmarks.store.Measurement;
import dev.trestle.benchmarks.store.Results;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The targets, and how Trestle stands. */
final class Targets {

  private static final String TRESTLE = Stacks.TRESTLE;
  private static final String PEER = "× the fastest peer";
  private static final String FLOOR = "× the floor";

  private final Medians medians;
  private final Figured figures;

  Targets(Medians medians, Results results) {
    this.medians = medians;
    this.figures = new Figured(results.figures());
  }

  MarkdownTable table() {
    MarkdownTable table = new MarkdownTable("what", "target", "measured", "");
    Stream.of(stacks(), environment(), edges())
        .flatMap(List::stream)
        .forEach(target -> target.addTo(table));
    return table;
  }

  private List<Target> environment() {
    String empty = "× an empty `mvn validate`";
    Optional<Double> peer = fastestStart();
    Optional<Double> validate = figure("empty mvn validate beside Cornershop", "wall");
    return List.of(
        new Target(
            "Cornershop in containers, cold: command to ready",
            0.8,
            "× the faster peer",
            ratio(figure("Trestle, containers", "command to ready"), peer)),
        new Target(
            "Cornershop in processes, cold: command to ready",
            0.8,
            "× the faster peer",
            ratio(figure("Trestle, processes", "command to ready"), peer)),
        new Target(
            "Cornershop in containers, warm: one scenario",
            2.5,
            empty,
            ratio(figure("one scenario of Cornershop, containers", "wall"), validate)),
        new Target(
            "Cornershop in processes, warm: one scenario",
            2.5,
            empty,
            ratio(figure("one scenario of Cornershop, processes", "wall"), validate)));
  }

  private Optional<Double> fastestStart() {
    return Stream.of("docker-maven-plugin", "docker-compose")
        .flatMap(peer -> figure(peer, "command to ready").stream())
        .min(Comparator.naturalOrder());
  }

  private List<Target> edges() {
    Load small = Load.ALL.get(0);
    EdgeTable table = new EdgeTable(figures);
    Optional<Double> added = table.added(small, EdgeTable.EDGE, "p50");
    return List.of(
        new Target("a hop through an edge: p50 added, " + small, 500, "µs", added),
        new Target(
            "a hop through an edge: p50 added, " + small,
            2,
            "× nginx's",
            ratio(added, table.added(small, EdgeTable.NGINX, "p50"))),
        new Target(
            "flows with edges on: wall",
            1.1,
            "× that with edges off",
            ratio(figure("flows, edges on", "wall"), figure("flows, edges off", "wall"))),
        new Target(
            "10,000 calls recorded: heap of the host",
            64,
            "MB",
            figure("10,000 calls recorded", "host heap after")));
  }

  private List<Target> stacks() {
    Shape many = new Shape(1000, 0, 1);
    Shape more = new Shape(5000, 0, 1);
    Shape hundred = new Shape(100, 0, 1);
    Shape waiting = new Shape(1000, 20, 16);
    return List.of(
        new Target("N=1,000, cold: wall", 0.5, PEER, toPeer(many)),
        new Target("N=1,000, cold: wall", 2.5, FLOOR, toFloor(many)),
        new Target("N=1, cold: wall", 0.6, PEER, toPeer(Shape.ONE)),
        new Target("CPU of a scenario, 100 to 1,000", 2, FLOOR, slopes(hundred, many)),
        new Target("CPU of a scenario, 1,000 to 5,000", 2, FLOOR, slopes(many, more)),
        new Target("N=1,000, 20 ms, 16 lanes: wall", 1.3, FLOOR, toFloor(waiting)),
        new Target("N=5,000: memory", 600, "MB", memory(more)),
        new Target("N=5,000: memory", 1.2, "× that at N=1,000", ratio(memory(more), memory(many))),
        new Target(
            "warm: edit and run one scenario, wall",
            1.5,
            "× an empty `mvn validate`",
            ratio(
                figure("edit and run one scenario", "wall"), figure("empty mvn validate", "wall"))),
        new Target("report of 1,000 results: wall", 3, "s", figure("1,000 results", "wall")),
        new Target("report of 1,000 results: size", 15, "MB", figure("1,000 results", "HTML")),
        new Target(
            "report of 10,000 results: wall",
            10,
            "× that of 1,000",
            ratio(figure("10,000 results", "wall"), figure("1,000 results", "wall"))));
  }

  private Optional<Double> toPeer(Shape shape) {
    return ratio(
        wall(TRESTLE, shape), medians.fastestPeer(shape).flatMap(peer -> wall(peer.name(), shape)));
  }

  private Optional<Double> toFloor(Shape shape) {
    return ratio(wall(TRESTLE, shape), wall(Stacks.FLOOR, shape));
  }

  private Optional<Double> slopes(Shape from, Shape to) {
    return ratio(
        medians.slope(TRESTLE, from, to, Measurement::cpu),
        medians.slope(Stacks.FLOOR, from, to, Measurement::cpu));
  }

  private Optional<Double> wall(String stack, Shape shape) {
    return medians.wall(stack, shape).map(Summary::median);
  }

  private Optional<Double> memory(Shape shape) {
    return medians.rss(TRESTLE, shape).map(Summary::median);
  }

  private Optional<Double> figure(String subject, String name) {
    return figures.median(subject, name);
  }

  private static Optional<Double> ratio(Optional<Double> value, Optional<Double> base) {
    return value.flatMap(over -> base.map(under -> over / under));
  }
}
