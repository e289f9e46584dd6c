package dev.trestle.host.compose;

/** Names of images, which may leave out what every engine adds. */
final class ImageName {
  private ImageName() {}

  /** Whether two names are of one image. */
  static boolean isSame(String one, String other) {
    return full(one).equals(full(other));
  }

  private static String full(String name) {
    String path = name.replaceFirst("^(index\\.)?docker\\.io/", "").replaceFirst("^library/", "");
    boolean versioned = path.contains("@") || path.lastIndexOf(':') > path.lastIndexOf('/');
    return versioned ? path : path + ":latest";
  }
}
