package dev.trestle.contract;

import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.Keyword;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.Vocabulary;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.oas.OpenApi31;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private static final Keyword EXACT_MULTIPLES = new ExactMultiples();

  /** A dialect takes its keywords from vocabularies; null for one that stays as it is. */
  private static @Nullable Vocabulary exact(String iri) {
    Vocabulary validation = Vocabulary.V202012_VALIDATION;
    return iri.equals(validation.getIri())
        ? new Vocabulary(
            iri,
            Stream.concat(
                    validation.getKeywords().stream()
                        .filter(keyword -> !keyword.getValue().equals(EXACT_MULTIPLES.getValue())),
                    Stream.of(EXACT_MULTIPLES))
                .toArray(Keyword[]::new))
        : null;
  }

  /**
   * Nothing is fetched from anywhere. An address may have any domain, since those for examples, RFC
   * 2606, are none of those that the validator knows.
   */
  JsonSchemaFactory factory() {
    JsonMetaSchema meta =
        JsonMetaSchema.builder(strict())
            .format(ANY_EMAIL)
            .keyword(EXACT_MULTIPLES)
            .vocabularyFactory(Dialect::exact)
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
