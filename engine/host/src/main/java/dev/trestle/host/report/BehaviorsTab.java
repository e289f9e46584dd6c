package dev.trestle.host.report;

import io.qameta.allure.Extension;
import io.qameta.allure.PluginConfiguration;
import io.qameta.allure.behaviors.BehaviorsPlugin;
import io.qameta.allure.core.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The report's tab of scenarios by epic and feature. Allure's own plugin carries the data only in
 * its Maven artifact; the script that draws the tab is ours.
 */
final class BehaviorsTab implements Plugin {

  private static final String SCRIPT = "index.js";

  private final Path script;

  BehaviorsTab(Path folder) throws IOException {
    this.script = folder.resolve(SCRIPT);
    try (InputStream in = BehaviorsTab.class.getResourceAsStream("behaviors.js")) {
      Files.write(script, in.readAllBytes());
    }
  }

  @Override
  public PluginConfiguration getConfig() {
    return new PluginConfiguration()
        .setId("behaviors")
        .setName("behaviors")
        .setJsFiles(List.of(SCRIPT));
  }

  @Override
  public void unpackReportStatic(Path target) throws IOException {
    Files.copy(script, target.resolve(SCRIPT));
  }

  @Override
  public Map<String, Path> getPluginFiles() {
    return Map.of(SCRIPT, script);
  }

  @Override
  public List<Extension> getExtensions() {
    return List.of(new BehaviorsPlugin());
  }
}
