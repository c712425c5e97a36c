package com.configcat.management.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ConfigCatManagementClientBuilder;
import com.configcat.management.VirtualClients;
import com.configcat.management.api.ConfigsApi;
import com.configcat.management.api.ProductsApi;
import com.configcat.management.core.CallOptions;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.error.TransportException;
import com.configcat.management.internal.call.ConcurrentReads.Read;
import com.configcat.management.internal.http.SocketServer;
import com.configcat.management.listener.AttemptEnded;
import com.configcat.management.listener.AttemptStarted;
import com.configcat.management.listener.CallEnded;
import com.configcat.management.listener.CallListener;
import com.configcat.management.model.ProductModel;
import com.configcat.management.ratelimit.RateLimiter;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConcurrentReadsTest {
  private static final int EIGHT = 8;
  private static final Duration LONG = Duration.ofSeconds(40);

  /** Requests that arrived before anything was answered. */
  private final CountDownLatch arrived = new CountDownLatch(EIGHT);

  private final CountDownLatch closed = new CountDownLatch(EIGHT);
  private final AtomicInteger requests = new AtomicInteger();
  private final Calls calls = new Calls();
  private SocketServer.Script script = this::hold;
  private SocketServer server;

  @BeforeEach
  void start() throws Exception {
    server = SocketServer.http(connection -> script.serve(connection));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  /** Counts attempts and calls. */
  private static final class Calls implements CallListener {
    final AtomicInteger sending = new AtomicInteger();
    final AtomicInteger mostSending = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();

    @Override
    public void attemptStarted(AttemptStarted event) {
      mostSending.accumulateAndGet(sending.incrementAndGet(), Math::max);
    }

    @Override
    public void attemptEnded(AttemptEnded event) {
      sending.decrementAndGet();
    }

    @Override
    public void callEnded(CallEnded event) {
      ended.incrementAndGet();
    }
  }

  private ConfigCatManagementClient client(Duration deadline) {
    return ConfigCatManagementClient.builder()
        .credentials("user", "p4ssw0rd")
        .baseUrl(server.url())
        .rateLimiter(RateLimiter.unlimited())
        .callOptions(CallOptions.defaults().deadline(deadline))
        .listener(calls)
        .build();
  }

  /** Reads a request, and answers none. */
  private void hold(Socket connection) throws IOException {
    int unused = receive(connection);
    awaitEnd(connection);
  }

  /** Returns which request it is, from 1; 0 if none comes. */
  private int receive(Socket connection) throws IOException {
    if (SocketServer.read(connection) == null) {
      return 0;
    }
    int number = requests.incrementAndGet();
    arrived.countDown();
    return number;
  }

  private void awaitEnd(Socket connection) {
    try {
      while (connection.getInputStream().read() >= 0) {
        // Nothing more comes.
      }
    } catch (IOException e) {
      // Reset: closed as well.
    }
    closed.countDown();
  }

  private static ConcurrentReads reads(ConfigCatManagementClient client, int number) {
    ConcurrentReads reads = new ConcurrentReads();
    add(reads, client, number);
    return reads;
  }

  private static List<Read<ProductModel>> add(
      ConcurrentReads reads, ConfigCatManagementClient client, int number) {
    List<Read<ProductModel>> added = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      added.add(reads.add(client.api(ProductsApi.class).getProduct(new UUID(0, i))));
    }
    return added;
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
  }

  /** All eight have ended, nothing else was begun, and their connections are closed. */
  private void assertAllEnded() throws Exception {
    assertThat(calls.ended).hasValue(EIGHT);
    assertThat(calls.sending).hasValue(0);
    assertThat(requests).hasValue(EIGHT);
    await(closed);
  }

  @Test
  void keepsEightInFlight() {
    CountDownLatch eight = new CountDownLatch(EIGHT);
    script = connection -> answerOnceArrived(eight, connection);
    try (ConfigCatManagementClient client = client(LONG)) {
      reads(client, 30).run();

      assertThat(requests).hasValue(30);
      assertThat(calls.mostSending).hasValue(EIGHT);
    }
  }

  private void answerOnceArrived(CountDownLatch expected, Socket connection) throws Exception {
    while (receive(connection) > 0) {
      expected.countDown();
      await(expected);
      SocketServer.answer(connection);
    }
  }

  @Test
  void countsEachOperationForItself() {
    CountDownLatch sixteen = new CountDownLatch(2 * EIGHT);
    script = connection -> answerOnceArrived(sixteen, connection);
    try (ConfigCatManagementClient client = client(LONG)) {
      ConcurrentReads reads = reads(client, 20);
      for (int i = 0; i < 20; i++) {
        Read<?> unused = reads.add(client.api(ConfigsApi.class).getConfig(new UUID(1, i)));
      }

      reads.run();

      assertThat(calls.mostSending).hasValue(2 * EIGHT);
    }
  }

  @Test
  void anInterruptEndsAllAndIsKept() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    try (ConfigCatManagementClient client = client(LONG)) {
      Thread caller =
          new Thread(
              () -> {
                thrown.set(catchThrowable(reads(client, 30)::run));
                flag.set(Thread.currentThread().isInterrupted());
              });
      caller.start();
      await(arrived);
      caller.interrupt();
      caller.join(20_000);

      assertThat(thrown.get())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("interrupted");
      assertThat(flag).hasValue(true);
      assertAllEnded();
    }
  }

  @Test
  void sendsNothingOnAThreadThatIsInterrupted() {
    try (ConfigCatManagementClient client = client(LONG)) {
      Thread.currentThread().interrupt();

      Throwable thrown = catchThrowable(reads(client, 30)::run);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(thrown).isInstanceOf(TransportException.class).hasMessageContaining("interrupted");
      assertThat(requests).hasValue(0);
    }
  }

  @Test
  void startsNothingMoreAfterAnInterruptThatMetNoCall() {
    AtomicInteger answered = new AtomicInteger();
    Interceptor interrupting =
        chain -> {
          if (answered.incrementAndGet() == EIGHT) {
            Thread.currentThread().interrupt(); // Which is the caller's, as all steps are inline.
          }
          return answer(chain, 200);
        };
    try (ConfigCatManagementClient client = virtual(new VirtualTime(), interrupting)) {
      Throwable thrown = catchThrowable(reads(client, 30)::run);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(thrown).isInstanceOf(TransportException.class).hasMessageContaining("interrupted");
      assertThat(answered).hasValue(EIGHT);
    }
  }

  @Test
  void theDeadlineOfOneEndsAll() throws Exception {
    try (ConfigCatManagementClient client = client(Duration.ofSeconds(1))) {
      assertThat(catchThrowable(reads(client, 30)::run))
          .isInstanceOf(DeadlineExceededException.class);
      assertAllEnded();
    }
  }

  @Test
  void aFailureEndsAll() throws Exception {
    script =
        connection -> {
          if (receive(connection) == 3) {
            await(arrived);
            SocketServer.write(connection, "HTTP/1.1 400 Bad\r\nContent-Length: 2\r\n\r\n{}");
          }
          awaitEnd(connection);
        };
    try (ConfigCatManagementClient client = client(LONG)) {
      assertThat(catchThrowable(reads(client, 30)::run)).isInstanceOf(BadRequestException.class);
    }
    assertAllEnded();
  }

  @Test
  void closingTheClientEndsAll() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    ConfigCatManagementClient client = client(LONG);
    Thread caller = new Thread(() -> thrown.set(catchThrowable(reads(client, 30)::run)));
    caller.start();
    await(arrived);
    client.close();
    caller.join(20_000);

    assertThat(thrown.get()).isInstanceOf(TransportException.class).hasMessageContaining("closed");
    assertAllEnded();
    assertThat(catchThrowable(reads(client, 2)::run)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatFailsWithoutAResponseShowsItsCaller() {
    script = connection -> connection.setSoLinger(true, 0);
    try (ConfigCatManagementClient client = client(LONG)) {
      ConcurrentReads reads = new ConcurrentReads();
      ConfigCatManagementClient once = client.withOptions(options -> options.maxAttempts(1));
      add(reads, once, 2);

      Throwable thrown = catchThrowable(reads::run);

      assertThat(thrown).isInstanceOf(TransportException.class);
      assertThat(thrown.getStackTrace())
          .anySatisfy(frame -> assertThat(frame.getClassName()).isEqualTo(getClass().getName()));
    }
  }

  private static OkHttpClient answering(Interceptor interceptor) {
    return new OkHttpClient.Builder().addInterceptor(interceptor).build();
  }

  private static String id(Interceptor.Chain chain) {
    List<String> path = chain.request().url().pathSegments();
    return path.get(path.size() - 1);
  }

  private static Response answer(Interceptor.Chain chain, int status) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .body(
            ResponseBody.create(
                "{\"productId\":\"" + id(chain) + "\"}", MediaType.get("application/json")))
        .build();
  }

  private static ConfigCatManagementClientBuilder builder(Interceptor interceptor) {
    return ConfigCatManagementClient.builder()
        .credentials("user", "p4ssw0rd")
        .rateLimiter(RateLimiter.unlimited())
        .httpClient(answering(interceptor));
  }

  private static ConfigCatManagementClient virtual(VirtualTime time, Interceptor interceptor) {
    return VirtualClients.builder(time, 0)
        .credentials("user", "p4ssw0rd")
        .httpClient(answering(interceptor))
        .build();
  }

  @Test
  void givesEachReadItsOwnResponse() {
    CountDownLatch others = new CountDownLatch(EIGHT - 1);
    Interceptor firstComesLast =
        chain -> {
          if (id(chain).equals(new UUID(0, 0).toString())) {
            awaitOrFail(others);
          }
          others.countDown();
          return answer(chain, 200);
        };
    try (ConfigCatManagementClient client = builder(firstComesLast).build()) {
      ConcurrentReads reads = new ConcurrentReads();
      List<Read<ProductModel>> results = add(reads, client, EIGHT);

      reads.run();

      for (int i = 0; i < EIGHT; i++) {
        assertThat(results.get(i).body().getProductId()).isEqualTo(new UUID(0, i));
      }
    }
  }

  private static void awaitOrFail(CountDownLatch latch) throws IOException {
    try {
      await(latch);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatDoesNotExistIsNoFailureWhereItIsOptional(int number) {
    try (ConfigCatManagementClient client = builder(chain -> answer(chain, 404)).build()) {
      ConcurrentReads reads = new ConcurrentReads();
      List<Read<ProductModel>> results = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        results.add(reads.addOptional(client.api(ProductsApi.class).getProduct(new UUID(0, i))));
      }

      reads.run();

      assertThat(results).allSatisfy(result -> assertThat(result.found()).isEmpty());
      assertThat(catchThrowable(reads(client, number)::run)).isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void takesNoLongerThanTheRateLimitDemands() {
    VirtualTime time = new VirtualTime();
    try (ConfigCatManagementClient client = virtual(time, chain -> answer(chain, 200))) {
      reads(client, 100).run();

      // 20 a second: the last 20 of 100 go out when four seconds have passed.
      assertThat(time.elapsed()).isBetween(Duration.ofSeconds(4), Duration.ofMillis(4_100));
    }
  }

  /** As many as the client has threads for callbacks, which all wait. */
  @Test
  void endsInCallbacksThatOccupyAllThreads() {
    int threads = 64;
    CountDownLatch attached = new CountDownLatch(1);
    CountDownLatch waiting = new CountDownLatch(threads);
    Interceptor answering =
        chain -> {
          // Else a call ends before its callback is attached, which then runs here.
          awaitUnchecked(attached);
          return answer(chain, 200);
        };
    try (ConfigCatManagementClient client = builder(answering).build()) {
      List<CompletableFuture<Void>> callbacks = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        callbacks.add(
            client
                .enqueue(client.api(ProductsApi.class).getProduct(new UUID(0, i)))
                .thenAccept(
                    product -> {
                      waiting.countDown();
                      awaitUnchecked(waiting);
                      reads(client, 2).run();
                    }));
      }
      attached.countDown();

      assertThat(CompletableFuture.allOf(callbacks.toArray(CompletableFuture[]::new)))
          .succeedsWithin(Duration.ofSeconds(20));
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      await(latch);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
