package com.configcat.management.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ApiRequest;
import com.configcat.management.ApiResponse;
import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.MockServers;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.api.SdkKey;
import com.configcat.management.core.CallOptions;
import com.configcat.management.flag.Flag;
import com.configcat.management.hal.HalResource;
import com.configcat.management.hal.HalResources;
import com.configcat.management.model.ProductModel;
import com.configcat.management.operations.ProductsOperations;
import com.configcat.management.ratelimit.RateLimiter;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import retrofit2.Call;
import retrofit2.Retrofit;

/**
 * Calls every public method, factory and constructor of the facade with one bad argument among good
 * ones: each is to be refused before anything is sent, in words that say what to do. What may be
 * taken all the same stands in {@link Accepted}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputTest {
  /** What a virtual machine or a Kotlin library says of a null that nobody looked at. */
  private static final Pattern DEFAULT_MESSAGE =
      Pattern.compile(
          "Cannot (invoke|read|assign|load|store|throw|enter) .*|Parameter specified as"
              + " non-null.*");

  /** Texts and classes of which one suits a method that wants a certain one. */
  private static final Map<String, Class<?>> TRIES =
      new TreeMap<>(
          Map.of(
              "sample", ProductModel.class,
              "1.0.0", ProductsApi.class,
              "[]", ProductsOperations.class,
              "/v1/products", ProductModel.class,
              "http://127.0.0.1/", ProductModel.class,
              "2026-01-02T03:04:05Z/7", ProductModel.class));

  private static final String HAL =
      "{\"_links\":{\"sample\":\"/v1/products\"},\"_embedded\":{\"sample\":{}}}";

  private final MockWebServer server = MockServers.create();
  private final Set<String> usedExceptions = new TreeSet<>();
  private ConfigCatManagementClient client;

  @BeforeAll
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return request.getTarget().equals("/hal")
                ? new MockResponse.Builder().body(HAL).build()
                : new MockResponse.Builder().code(500).build();
          }
        });
    server.start();
    client =
        ConfigCatManagementClient.builder()
            .credentials("user", "password")
            .baseUrl(server.url("/").toString())
            .rateLimiter(RateLimiter.unlimited())
            .callOptions(CallOptions.defaults().maxAttempts(1))
            .build();
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  /** What cannot be made by looking for a way: the client, and what has to come from it. */
  private Samples samples(String text) {
    Samples samples = new Samples(text, TRIES.get(text));
    samples.give(ConfigCatManagementClient.class, () -> client);
    Arrays.stream(ConfigCatManagementClient.class.getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getReturnType().getName().startsWith("com.configcat.management."))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .forEach(method -> samples.give(method.getReturnType(), () -> accessed(method)));
    samples.give(Retrofit.class, () -> new Retrofit.Builder().baseUrl("http://127.0.0.1/").build());
    samples.give(Call.class, () -> client.api(ProductsApi.class).getProducts());
    samples.give(Flag.class, () -> client.flag(SdkKey.of("sdk-key"), "isOn"));
    samples.give(HalResources.class, () -> client.hal().get("/hal"));
    samples.give(ApiResponse.class, () -> client.withResponse(c -> c.hal().get("/hal")));
    samples.give(
        ApiRequest.class, () -> client.request("POST", "/v1/{sample}").path("sample", "any"));
    samples.giveArguments("request", "GET", "/v1/products");
    samples.give(HalResource.class, () -> client.hal().get("/hal").one());
    ValidArguments.give(samples, text);
    return samples;
  }

  private Object accessed(Method accessor) {
    try {
      return accessor.invoke(client);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Order(1)
  @TestFactory
  Stream<DynamicTest> refusesBadArgumentsBeforeAnythingIsSent() throws Exception {
    return Surface.types().stream()
        .filter(type -> !Surface.executables(type).isEmpty())
        .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> check(type)));
  }

  @Order(2)
  @Test
  void acceptsNoMoreThanItsListSays() {
    assertThat(Accepted.reasons())
        .as("Methods of Accepted that refuse, or are gone: take their lines out")
        .isSubsetOf(usedExceptions);
  }

  private void check(Class<?> type) {
    List<String> complaints = new ArrayList<>();
    for (Executable executable : Surface.executables(type)) {
      Optional<Samples> good = goodFor(type, executable, complaints);
      for (int i = 0; good.isPresent() && i < executable.getParameterCount(); i++) {
        Parameter parameter = executable.getParameters()[i];
        for (BadValues bad : BadValues.of(parameter)) {
          Optional<String> complaint = complaint(type, executable, good.get(), i, bad);
          Optional<String> exception = Accepted.reason(executable, i, bad.kind());
          if (complaint.isPresent() && exception.isEmpty()) {
            // Of the reads that the task before made at once, one was cancelled and arrived late.
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            complaint = complaint(type, executable, good.get(), i, bad);
          }
          if (complaint.isPresent() && exception.isPresent()) {
            usedExceptions.add(exception.get());
          } else {
            complaint.ifPresent(complaints::add);
          }
        }
      }
    }
    assertThat(complaints)
        .as("Check these arguments before anything is sent, or name the method in Accepted")
        .isEmpty();
  }

  /** Samples that the method takes: were it to refuse even them, it would prove nothing. */
  private Optional<Samples> goodFor(Class<?> type, Executable executable, List<String> complaints) {
    @Nullable Throwable refusal = null;
    for (String text : TRIES.keySet()) {
      Samples samples = samples(text);
      try {
        refusal =
            thrown(executable, receiver(type, executable, samples), samples.arguments(executable));
      } catch (Samples.CannotMake e) {
        refusal = e;
        continue;
      }
      if (!isRefusal(refusal)) {
        return Optional.of(samples);
      }
    }
    complaints.add(Surface.name(executable) + " has no good arguments: " + refusal);
    return Optional.empty();
  }

  private Optional<String> complaint(
      Class<?> type, Executable executable, Samples samples, int index, BadValues bad) {
    Object[] arguments = samples.arguments(executable);
    arguments[index] = bad.value();
    @Nullable Object receiver = receiver(type, executable, samples);
    int before = server.getRequestCount();
    @Nullable Throwable thrown = thrown(executable, receiver, arguments);
    String call = Surface.name(executable) + ", argument " + (index + 1) + " " + bad.shown() + ": ";
    if (server.getRequestCount() > before) {
      return Optional.of(call + "sent");
    }
    if (thrown == null && Surface.isResult(executable)) {
      return Optional.empty();
    }
    if (!isRefusal(thrown)) {
      return Optional.of(call + (thrown == null ? "taken" : thrown));
    }
    String message = String.valueOf(thrown.getMessage());
    return message.length() < 15 || DEFAULT_MESSAGE.matcher(message).matches()
        ? Optional.of(call + "does not say what to do: " + thrown)
        : Optional.empty();
  }

  private static boolean isRefusal(@Nullable Throwable thrown) {
    return thrown instanceof NullPointerException || thrown instanceof IllegalArgumentException;
  }

  private static @Nullable Object receiver(Class<?> type, Executable executable, Samples samples) {
    boolean none = !(executable instanceof Method) || Modifier.isStatic(executable.getModifiers());
    return none ? null : samples.make(type);
  }

  private static @Nullable Throwable thrown(
      Executable executable, @Nullable Object receiver, Object[] arguments) {
    try {
      if (executable instanceof Method method) {
        if (method.invoke(receiver, arguments) instanceof CompletableFuture<?> sending) {
          // What it sends is to be seen as its own, not as the next call's.
          sending.handle((value, failure) -> value).join();
        }
      } else {
        ((java.lang.reflect.Constructor<?>) executable).newInstance(arguments);
      }
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
