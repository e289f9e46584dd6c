package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A node of a document.
 *
 * @param node the node; a missing one where there is none
 * @param pointer where it is, a JSON pointer of RFC 6901
 */
public record Place(JsonNode node, String pointer) {

  /** One of its members. */
  public Place at(String member) {
    return new Place(node.path(member), Pointers.append(pointer, member));
  }

  /** One of its items. */
  Place at(int index) {
    return new Place(node.path(index), pointer + "/" + index);
  }

  /** Whether there is something. */
  public boolean exists() {
    return !node.isMissingNode();
  }

  /** The text of a member, empty when it has none. */
  public String text(String member) {
    return node.path(member).asText("");
  }

  /** Whether a member is true. */
  boolean is(String member) {
    return node.path(member).asBoolean();
  }

  /** All members by name, in the order of the document. */
  public Map<String, Place> members() {
    Map<String, Place> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      members.put(
          member.getKey(), new Place(member.getValue(), Pointers.append(pointer, member.getKey())));
    }
    return members;
  }
}
