package dev.trestle.host.report;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;

/** A set of what is known to be different, in its order, which hashes nothing. */
final class OrderedSet<T> extends AbstractSet<T> {

  private final List<T> elements;

  OrderedSet(List<T> elements) {
    this.elements = elements;
  }

  @Override
  public Iterator<T> iterator() {
    return elements.iterator();
  }

  @Override
  public int size() {
    return elements.size();
  }
}
