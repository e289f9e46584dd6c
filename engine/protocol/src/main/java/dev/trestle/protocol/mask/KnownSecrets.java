package dev.trestle.protocol.mask;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values that were secrets once and are looked for from then on, whatever stands beside them. Each
 * is found by the hash of {@value #WINDOW} of its characters, so a search takes one pass however
 * many there are. Safe for use by many threads.
 */
public final class KnownSecrets {

  private static final int WINDOW = 6;
  private static final int LONGEST = 8192;
  private static final int MOST = 20_000;
  private static final int CROWDED = 4;
  private static final int TRIES = 8;
  private static final int FILTER_BITS = 1 << 20;
  private static final int FACTOR = 0x01000193;
  private static final int OLDEST = power(WINDOW);

  /** A value, and where in it the characters are by which it is found. */
  private record Entry(String value, int offset) {}

  private final Map<Integer, Entry[]> entries = new ConcurrentHashMap<>();

  /** Written before {@link #empty}, and read after it. */
  private final long[] filter = new long[FILTER_BITS / Long.SIZE];

  private final Set<String> values = new HashSet<>();
  private final Deque<String> oldest = new ArrayDeque<>();
  private volatile boolean empty = true;
  private volatile Consumer<String> listener = value -> {};

  /** From now on the value is masked, also as it is written in URLs and JSON. */
  public void add(String value) {
    add(value, false);
  }

  /**
   * Adds a value that a person may have chosen, such as a password; then it need be less unusual.
   */
  public void add(String value, boolean chosen) {
    String plain = value.strip();
    boolean isKnowable = Distinctive.is(plain) || (chosen && Distinctive.isOfPerson(plain));
    if (!isKnowable || plain.length() > LONGEST) {
      return;
    }
    addForm(plain);
    if (!isPlain(plain)) {
      addForm(URLEncoder.encode(plain, StandardCharsets.UTF_8));
      addForm(URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20"));
      addForm(plain.replace("\\", "\\\\").replace("\"", "\\\""));
    }
  }

  /** Adds a value that another process told of, as it is: it was found to be distinctive there. */
  public void addTold(String value) {
    if (value.length() >= WINDOW && value.length() <= LONGEST) {
      addForm(value);
    }
  }

  /** Has each value that is added from now on told once. */
  public void tellTo(Consumer<String> listener) {
    this.listener = listener;
  }

  /** Every value, for another process that is to mask them too. */
  public synchronized Set<String> all() {
    return Set.copyOf(values);
  }

  private synchronized void addForm(String value) {
    if (!values.add(value)) {
      return;
    }
    int offset = leastCrowded(value);
    int hash = hash(value, offset);
    entries.merge(hash, new Entry[] {new Entry(value, offset)}, KnownSecrets::joined);
    int bit = bit(hash);
    filter[bit >>> 6] |= 1L << (bit & 63);
    oldest.addLast(value);
    if (oldest.size() > MOST) {
      remove(oldest.removeFirst());
    }
    empty = false;
    listener.accept(value);
  }

  private void remove(String value) {
    values.remove(value);
    for (int offset = 0; offset + WINDOW <= value.length(); offset++) {
      entries.computeIfPresent(hash(value, offset), (hash, old) -> without(old, value));
    }
  }

  private static Entry @Nullable [] without(Entry[] old, String value) {
    Entry[] left =
        Arrays.stream(old).filter(entry -> !entry.value().equals(value)).toArray(Entry[]::new);
    return left.length == 0 ? null : left;
  }

  private static Entry[] joined(Entry[] old, Entry[] more) {
    Entry[] joined = Arrays.copyOf(old, old.length + 1);
    joined[old.length] = more[0];
    return joined;
  }

  /** Tokens of one issuer begin alike, so that another part of them tells them apart. */
  private int leastCrowded(String value) {
    int room = value.length() - WINDOW;
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < TRIES && fewest >= CROWDED; i++) {
      int offset = room - (int) ((long) room * i / TRIES);
      Entry[] there = entries.get(hash(value, offset));
      int count = (there == null ? 0 : there.length) + (isOnce(value, offset) ? 0 : CROWDED);
      if (count < fewest) {
        fewest = count;
        best = offset;
      }
    }
    return best;
  }

  /** Whether the characters at an offset are nowhere else in the value. */
  private static boolean isOnce(String value, int offset) {
    String window = value.substring(offset, offset + WINDOW);
    return value.indexOf(window) == offset && value.lastIndexOf(window) == offset;
  }

  /** The text without the values. */
  public String mask(String text) {
    if (empty || text.length() < WINDOW) {
      return text;
    }
    char[] characters = text.toCharArray();
    StringBuilder out = null;
    int copied = 0;
    int hash = hash(text, 0);
    for (int at = 0; ; at++) {
      int bit = bit(hash);
      if ((filter[bit >>> 6] >>> (bit & 63) & 1) != 0) {
        Entry found = found(text, at, hash);
        if (found != null) {
          int from = Math.max(copied, at - found.offset());
          int to = at - found.offset() + found.value().length();
          out = out == null ? new StringBuilder(text.length()) : out;
          if (to > copied) {
            boolean joins = from == copied && copied > 0;
            out.append(text, copied, from).append(joins ? "" : Shapes.MASK);
            copied = to;
          }
        }
      }
      if (at + WINDOW >= characters.length) {
        break;
      }
      hash = hash * FACTOR + characters[at + WINDOW] - characters[at] * OLDEST;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private @Nullable Entry found(String text, int at, int hash) {
    Entry[] candidates = entries.get(hash);
    Entry longest = null;
    for (int i = 0; candidates != null && i < candidates.length; i++) {
      Entry entry = candidates[i];
      String value = entry.value();
      if (text.startsWith(value, at - entry.offset())
          && Distinctive.standsAlone(text, at - entry.offset(), value)
          && (longest == null || value.length() > longest.value().length())) {
        longest = entry;
      }
    }
    return longest;
  }

  private static int hash(String text, int from) {
    int hash = 0;
    for (int i = from; i < from + WINDOW; i++) {
      hash = hash * FACTOR + text.charAt(i);
    }
    return hash;
  }

  private static int bit(int hash) {
    return (hash ^ hash >>> 15) & FILTER_BITS - 1;
  }

  private static int power(int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= FACTOR;
    }
    return power;
  }

  private static boolean isPlain(String value) {
    return value
        .chars()
        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_.~*".indexOf(c) >= 0));
  }
}
