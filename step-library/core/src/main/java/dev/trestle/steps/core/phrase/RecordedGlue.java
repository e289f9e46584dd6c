package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.DataTableTypeDefinition;
import io.cucumber.core.backend.DefaultDataTableCellTransformerDefinition;
import io.cucumber.core.backend.DefaultDataTableEntryTransformerDefinition;
import io.cucumber.core.backend.DefaultParameterTransformerDefinition;
import io.cucumber.core.backend.DocStringTypeDefinition;
import io.cucumber.core.backend.Glue;
import io.cucumber.core.backend.HookDefinition;
import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.core.backend.StaticHookDefinition;
import io.cucumber.core.backend.StepDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the steps and types that the other backends define for a lane; it ignores hooks, which
 * belong to scenarios and to the steps that features write, not to the parts of phrases.
 */
final class RecordedGlue implements Glue {

  final Instances instances;
  final LibraryScope scope;
  final List<StepDefinition> steps = new ArrayList<>();
  final List<ParameterTypeDefinition> parameterTypes = new ArrayList<>();
  final List<DataTableTypeDefinition> tableTypes = new ArrayList<>();
  final List<DocStringTypeDefinition> docStringTypes = new ArrayList<>();
  final List<DefaultParameterTransformerDefinition> parameterTransformers = new ArrayList<>();
  final List<DefaultDataTableEntryTransformerDefinition> entryTransformers = new ArrayList<>();
  final List<DefaultDataTableCellTransformerDefinition> cellTransformers = new ArrayList<>();

  RecordedGlue(Instances instances, LibraryScope scope) {
    this.instances = instances;
    this.scope = scope;
  }

  @Override
  public void addStepDefinition(StepDefinition step) {
    steps.add(step);
  }

  @Override
  public void addParameterType(ParameterTypeDefinition type) {
    parameterTypes.add(type);
  }

  @Override
  public void addDataTableType(DataTableTypeDefinition type) {
    tableTypes.add(type);
  }

  @Override
  public void addDocStringType(DocStringTypeDefinition type) {
    docStringTypes.add(type);
  }

  @Override
  public void addDefaultParameterTransformer(DefaultParameterTransformerDefinition transformer) {
    parameterTransformers.add(transformer);
  }

  @Override
  public void addDefaultDataTableEntryTransformer(
      DefaultDataTableEntryTransformerDefinition transformer) {
    entryTransformers.add(transformer);
  }

  @Override
  public void addDefaultDataTableCellTransformer(
      DefaultDataTableCellTransformerDefinition transformer) {
    cellTransformers.add(transformer);
  }

  @Override
  public void addBeforeAllHook(StaticHookDefinition hook) {}

  @Override
  public void addAfterAllHook(StaticHookDefinition hook) {}

  @Override
  public void addBeforeHook(HookDefinition hook) {}

  @Override
  public void addAfterHook(HookDefinition hook) {}

  @Override
  public void addBeforeStepHook(HookDefinition hook) {}

  @Override
  public void addAfterStepHook(HookDefinition hook) {}
}
