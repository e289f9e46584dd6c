package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.datatable.DataTable;
import io.cucumber.datatable.DataTableTypeRegistry;
import io.cucumber.datatable.DataTableTypeRegistryTableConverter;
import io.cucumber.datatable.TableEntryByTypeTransformer;
import io.cucumber.docstring.DocString;
import io.cucumber.docstring.DocStringTypeRegistry;
import io.cucumber.docstring.DocStringTypeRegistryDocStringConverter;
import java.util.List;
import java.util.Locale;

/** A lane's parameter, data table and doc string types for one language, as Cucumber has them. */
record StepTypes(
    ParameterTypeRegistry parameters,
    DataTable.TableConverter tables,
    DocString.DocStringConverter docStrings) {

  /** The types that the other backends defined, and more parameter types. */
  static StepTypes of(
      RecordedGlue glue, List<? extends ParameterTypeDefinition> more, Locale locale) {
    ParameterTypeRegistry parameters = new ParameterTypeRegistry(locale);
    DataTableTypeRegistry tables = new DataTableTypeRegistry(locale);
    DocStringTypeRegistry docStrings = new DocStringTypeRegistry();
    glue.parameterTypes.forEach(type -> parameters.defineParameterType(type.parameterType()));
    more.forEach(type -> parameters.defineParameterType(type.parameterType()));
    glue.tableTypes.forEach(type -> tables.defineDataTableType(type.dataTableType()));
    glue.docStringTypes.forEach(type -> docStrings.defineDocStringType(type.docStringType()));
    // More than one default of a kind is an error that Cucumber itself reports.
    glue.parameterTransformers.forEach(
        type -> parameters.setDefaultParameterTransformer(type.parameterByTypeTransformer()));
    glue.cellTransformers.forEach(
        type -> tables.setDefaultDataTableCellTransformer(type.tableCellByTypeTransformer()));
    glue.entryTransformers.forEach(
        type ->
            tables.setDefaultDataTableEntryTransformer(
                type.headersToProperties()
                    ? byProperty(type.tableEntryByTypeTransformer())
                    : type.tableEntryByTypeTransformer()));
    return new StepTypes(
        parameters,
        new DataTableTypeRegistryTableConverter(tables),
        new DocStringTypeRegistryDocStringConverter(docStrings));
  }

  private static TableEntryByTypeTransformer byProperty(TableEntryByTypeTransformer transformer) {
    return (entry, type, cells) -> transformer.transform(PropertyNames.of(entry), type, cells);
  }
}
