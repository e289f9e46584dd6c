package dev.trestle.contract;

import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.oas.OpenApi31;
import com.networknt.schema.resource.DisallowSchemaLoader;

/** The dialect of JSON Schema in which a document's schemas are written. */
enum Dialect {
  /** Of OpenAPI 3.0. */
  OPENAPI_30,
  /** Of OpenAPI 3.1, JSON Schema 2020-12. */
  OPENAPI_31,
  /** Of AsyncAPI, JSON Schema of draft 7. */
  ASYNCAPI;

  private static final Format ANY_EMAIL =
      PatternFormat.of("email", "[^@\\s]+@[^@\\s]+", "format.email");

  /**
   * Nothing is fetched from anywhere. An address may have any domain, since those for examples, RFC
   * 2606, are none of those that the validator knows.
   */
  JsonSchemaFactory factory() {
    JsonMetaSchema meta =
        JsonMetaSchema.builder(strict())
            .format(ANY_EMAIL)
            .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
            .build();
    return JsonSchemaFactory.getInstance(
        VersionFlag.V202012,
        builder ->
            builder
                .metaSchema(meta)
                .defaultMetaSchemaIri(meta.getIri())
                .schemaLoaders(all -> all.add(DisallowSchemaLoader.getInstance())));
  }

  private JsonMetaSchema strict() {
    return switch (this) {
      case OPENAPI_30 -> OpenApi30.getInstance();
      case OPENAPI_31 -> OpenApi31.getInstance();
      case ASYNCAPI -> JsonMetaSchema.getV7();
    };
  }
}
