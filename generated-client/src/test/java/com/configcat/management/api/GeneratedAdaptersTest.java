package com.configcat.management.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.codec.ManagementGson;
import com.configcat.management.codec.internal.KnownMembersReader;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The generated adapters read and write as Gson's reflection does, and fail as it does. */
class GeneratedAdaptersTest {
  private static final long SEED = Long.getLong("adapters.seed", 42);
  private static final int TEXTS = Integer.getInteger("adapters.texts", 100);

  private final Gson generated = ManagementGson.create();
  private final JsonObject schemas = ContractDocument.read().models();
  private final Gson reflective = ReflectiveReading.create(classes());

  GeneratedAdaptersTest() throws IOException {}

  private Iterable<Class<?>> classes() {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : RandomJson.names(schemas, false)) {
      classes.add(type(name));
    }
    return classes;
  }

  private static Class<?> type(String name) {
    try {
      return ModelClass.of(name).type();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> readsAndWritesValidJsonAsReflectionDoes() {
    return tests((name, random) -> new RandomJson(schemas, random, false, false).of(name));
  }

  @TestFactory
  Stream<DynamicTest> readsUnknownMembersAsReflectionDoes() {
    return tests((name, random) -> new RandomJson(schemas, random, true, false).of(name));
  }

  @TestFactory
  Stream<DynamicTest> failsAsReflectionDoes() {
    return tests(
        (name, random) -> {
          String text = new RandomJson(schemas, random, true, true).of(name);
          return random.nextInt(10) == 0 ? text.substring(0, random.nextInt(text.length())) : text;
        });
  }

  /** Makes a text for a schema. */
  private interface Maker {
    String text(String name, Random random);
  }

  private Stream<DynamicTest> tests(Maker maker) {
    return schemas.keySet().stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> compare(name, maker)));
  }

  private void compare(String name, Maker maker) {
    Random random = new Random(SEED ^ name.hashCode());
    for (int i = 0; i < TEXTS; i++) {
      String text = maker.text(name, random);

      Result expected = read(reflective, type(name), new JsonReader(new StringReader(text)));
      Result found = read(generated, type(name), new KnownMembersReader(new StringReader(text)));

      assertThat(found).as("text %d of seed %d: %s", i, SEED, text).isEqualTo(expected);
      if (expected.value() != null) {
        assertThat(write(generated, found.value()))
            .as("text %d of seed %d: %s", i, SEED, text)
            .isEqualTo(write(reflective, expected.value()));
      }
    }
  }

  private static Result read(Gson gson, Class<?> type, JsonReader in) {
    try {
      Object value = gson.getAdapter(type).read(in);
      return in.peek() == JsonToken.END_DOCUMENT
          ? new Result(value, "read", in.getPath())
          : new Result(null, "not at the end", in.getPath());
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      return new Result(null, e.toString(), in.getPath());
    }
  }

  private static String write(Gson gson, Object value) {
    try {
      return gson.toJson(value);
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** What reading ended with, and where. */
  private record Result(@Nullable Object value, String how, String path) {}
}
