package dev.trestle.host.container;

import dev.trestle.host.session.Owner;
import dev.trestle.host.session.Session;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels by which what an environment leaves in an engine is found again. */
final class Labels {

  static final String SESSION = "dev.trestle.session";
  static final String OWNER = "dev.trestle.owner";
  static final String MACHINE = "dev.trestle.machine";
  static final String PROJECT = "dev.trestle.project";
  static final String SERVICE = "dev.trestle.service";
  static final String BUILD = "dev.trestle.build";

  private Labels() {}

  /** The labels of all that belongs to a session. */
  static Map<String, String> of(Session session, String project) {
    Map<String, String> labels = new LinkedHashMap<>(Ryuk.labels());
    labels.put(SESSION, name(session));
    labels.put(OWNER, Owner.current());
    labels.put(MACHINE, Owner.machine());
    labels.put(PROJECT, project);
    return labels;
  }

  /** The name of a session, which no other has. */
  static String name(Session session) {
    return session.folder().getFileName().toString();
  }
}
