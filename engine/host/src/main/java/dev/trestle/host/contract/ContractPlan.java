package dev.trestle.host.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is checked in a run, and by what.
 *
 * @param mode what is done with what is found
 * @param openApi the OpenAPI documents by provider
 * @param messages who publishes messages by which AsyncAPI document
 * @param directory the folder to which documents are named relative
 */
public record ContractPlan(
    ContractMode mode, Map<String, Path> openApi, List<MessageContract> messages, Path directory) {

  /** Keeps unmodifiable copies; when nothing is checked, nothing is to be checked by. */
  public ContractPlan {
    boolean off = mode == ContractMode.OFF;
    openApi = off ? Map.of() : Map.copyOf(openApi);
    messages = off ? List.of() : List.copyOf(messages);
  }

  static ContractPlan nothing() {
    return new ContractPlan(ContractMode.OFF, Map.of(), List.of(), Path.of(""));
  }
}
