package dev.trestle.contract;

/** JSON pointers, RFC 6901. */
final class Pointers {

  private Pointers() {}

  static String append(String pointer, String member) {
    return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
  }

  /** The last member or index of a pointer, empty for the whole. */
  static String last(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }
}
