package dev.trestle.steps.core;

import dev.trestle.steps.core.internal.HookNames;
import io.cucumber.core.backend.Backend;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.Snippet;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens a scope before every hook of the project and closes it after every hook. */
final class LifecycleBackend implements Backend {

  @Override
  public void loadGlue(Glue glue, List<URI> gluePaths) {
    glue.addBeforeHook(new ScenarioHook(HookNames.BEGIN, ScenarioLifecycle::begin));
    glue.addAfterHook(new ScenarioHook(HookNames.END, ScenarioLifecycle::end));
  }

  @Override
  public void buildWorld() {}

  @Override
  public void disposeWorld() {
    ScenarioScope.end();
  }

  @Override
  public @Nullable Snippet getSnippet() {
    return null;
  }
}
