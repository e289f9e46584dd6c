package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.io.IOException;
import java.lang.System.Logger;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * Passes the bytes of one consumer's connection on as they come, to one connection of the provider,
 * and reads along. The end of each direction is passed on as that, and a reset as a reset. An
 * exchange that a fault changes is handed over to a thread of its own.
 */
final class HttpRelay implements End.Owner, Acceptor.Connection, Dialogue.Road {

  private static final Logger LOG = System.getLogger(HttpRelay.class.getName());

  /** A provider that is not there is known to a consumer that says nothing after this time. */
  private static final long UNHEARD_MILLIS = 1_000;

  /** A provider with nothing to answer has so long to end after its consumer. */
  private static final long IDLE_MILLIS = 10_000;

  private final Acceptor acceptor;
  private final Edge edge;
  private final EdgeWatch watch;
  private final FaultedExchanges faulted;
  private final End consumer;
  private final Lateness lateness;
  private final Dialogue dialogue;
  private @Nullable End provider;
  private boolean over;

  private HttpRelay(
      SocketChannel accepted,
      Acceptor acceptor,
      Edge edge,
      EdgeWatch watch,
      FaultedExchanges faulted)
      throws IOException {
    this.acceptor = acceptor;
    this.lateness = new Lateness(acceptor, this);
    this.edge = edge;
    this.watch = watch;
    this.faulted = faulted;
    this.dialogue = new Dialogue(edge, watch, this);
    this.consumer = End.accepted(acceptor.loop(), accepted, this);
    try {
      this.provider = End.connecting(acceptor.loop(), edge.port(), this);
    } catch (IOException e) {
      isNotThere();
    }
  }

  /** Passes a connection on to the provider of an edge. */
  static Acceptor.Passing on(Edge edge, EdgeWatch watch, FaultedExchanges faulted) {
    return (accepted, acceptor) -> new HttpRelay(accepted, acceptor, edge, watch, faulted);
  }

  /** It is tried again for the request, so that what fails is an exchange that is recorded. */
  private void isNotThere() {
    provider = null;
    acceptor
        .loop()
        .later(
            UNHEARD_MILLIS,
            () -> {
              if (provider == null && !over) {
                reset();
              }
            });
  }

  @Override
  public void received(End end, ByteBuffer bytes) {
    if (over) {
      return;
    }
    if (end == consumer) {
      dialogue.consumerSaid(bytes);
      balance();
    } else if (end == provider) {
      lateness.pass(
          end,
          bytes,
          passed -> {
            if (!over) {
              dialogue.providerSaid(passed);
              balance();
            }
          });
    }
  }

  /** Who is faster than the reader of the other end waits for it. */
  private void balance() {
    End open = provider;
    if (over || open == null) {
      return;
    }
    if (open.isFull() || dialogue.isAheadFull()) {
      consumer.pause();
    } else {
      consumer.resume();
    }
    if (consumer.isFull()) {
      open.pause();
    }
  }

  @Override
  public void toProvider(ByteBuffer bytes) {
    End open = provider;
    if (open == null && !over) {
      try {
        open = End.connecting(acceptor.loop(), edge.port(), this);
        provider = open;
      } catch (ConnectException e) {
        providerIsGone(e);
      } catch (IOException e) {
        LOG.log(Logger.Level.WARNING, "A connection " + edge + " could not be made.", e);
        providerIsGone(e);
      }
    }
    if (open == null || over) {
      bytes.position(bytes.limit());
    } else {
      open.send(bytes);
    }
  }

  @Override
  public void toConsumer(ByteBuffer bytes) {
    consumer.send(bytes);
  }

  @Override
  public void finishProvider() {
    End open = provider;
    if (over) {
      return;
    }
    if (open == null) {
      reset();
      return;
    }
    open.finish();
    if (dialogue.isIdle()) {
      acceptor.loop().later(IDLE_MILLIS, this::closeWhenIdle);
    }
  }

  private void closeWhenIdle() {
    if (!over && dialogue.isIdle()) {
      closeBoth();
    }
  }

  @Override
  public void finished(End end) {
    if (over) {
      return;
    }
    if (end == consumer) {
      dialogue.consumerEnds();
    } else if (end == provider && tellsTest()) {
      providerIsGone(new IOException("the connection was closed without an answer"));
    } else if (end == provider) {
      dialogue.providerEnds();
      if (!over) {
        consumer.finish();
        balance();
      }
    }
  }

  @Override
  public void closed(End end) {
    End open = provider;
    if (!over && consumer.isClosed() && (open == null || open.isClosed())) {
      over();
      dialogue.stop();
    }
  }

  @Override
  public void drained(End end) {
    if (over) {
      return;
    }
    End open = provider;
    if (end == consumer && open != null && lateness.isNone()) {
      open.resume();
    }
    balance();
  }

  @Override
  public void broken(End end, IOException why) {
    if (over) {
      return;
    }
    if (end == consumer) {
      reset();
    } else if (end == provider && end.isUnmade() && dialogue.isIdle()) {
      isNotThere();
    } else if (end == provider) {
      dialogue.providerBreaks();
      providerIsGone(why);
    }
  }

  /** Whether a test waits for an answer that has not begun; it is told why there is none. */
  private boolean tellsTest() {
    Exchange running = dialogue.exchange();
    return running != null && !running.isAnswered() && edge.consumer().equals(Edge.TEST);
  }

  /** The consumer sees a cut connection where it would have been refused; a test sees why. */
  private void providerIsGone(IOException why) {
    Exchange running = dialogue.exchange();
    if (running == null || !tellsTest()) {
      reset();
      return;
    }
    Answers.Reply none = Answers.noAnswer(edge, why);
    Answers.Reply reply = Answers.framed(none, none.head(), running.request().method());
    running.isMadeHere();
    running.answered(reply.head());
    running.answered(reply.body(), 0, reply.body().length);
    dialogue.stop();
    consumer.send(ByteBuffer.wrap(reply.bytes()));
    closeBoth();
  }

  private void closeBoth() {
    over();
    consumer.close();
    End open = provider;
    if (open != null) {
      open.close();
    }
    dialogue.stop();
  }

  @Override
  public void handOver(Exchange begun, Framing body, byte[] rest, Fault.Effect effect) {
    over();
    End open = provider;
    if (open != null) {
      open.close();
    }
    try {
      FaultedExchange exchange =
          new FaultedExchange(begun, body, rest, consumer.unsent(), consumer.release(), watch);
      faulted.begin(exchange, effect, acceptor);
    } catch (IOException | RuntimeException | Error e) {
      consumer.reset();
      if (begun.over()) {
        watch.ended(begun);
      }
      if (!(e instanceof IOException)) {
        throw new IllegalStateException("An exchange with a fault could not begin.", e);
      }
    }
  }

  private void over() {
    over = true;
    acceptor.over(this);
  }

  @Override
  public void reset() {
    over();
    consumer.reset();
    End open = provider;
    if (open != null) {
      open.reset();
    }
    dialogue.stop();
  }
}
