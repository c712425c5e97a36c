package com.configcat.management.it.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Fault;
import com.configcat.management.fake.RequestQuota;
import com.configcat.management.it.contract.Contract;
import com.configcat.management.it.sweep.OpenApi;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation refuses what is wrong, with statuses and bodies that the service was seen with.
 */
class ErrorAnswersTest {
  private static final AnswerSchemas SCHEMAS = new AnswerSchemas(Contract.ofBuild());

  private static ConfigCatFake fake;
  private static ConfigCatFake limited;
  private static OpenApi document;

  @BeforeAll
  static void start() {
    fake = ConfigCatFake.start();
    fake.world().readOnlyCredential(RefusedRequests.READER, RefusedRequests.READER);
    limited = ConfigCatFake.builder().quota(RequestQuota.parse("1/min")).start();
  }

  @AfterAll
  static void stop() {
    fake.close();
    limited.close();
  }

  static List<OpenApi.Operation> operations() throws IOException {
    document = OpenApi.read(Contract.ofBuild().pinned());
    return document.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesWhatIsWrong(OpenApi.Operation operation) {
    RefusedRequests requests = new RefusedRequests(document, operation);

    requests.forEach(ErrorAnswersTest::isRefused);

    for (int status : new int[] {402, 409, 415}) {
      fake.faults().at(1, operation.key(), Fault.statusBefore(status));
      isRefused(requests.wellFormed(), Set.of(status));
    }
  }

  private static void isRefused(RawRequest request, Set<Integer> statuses) {
    RawRequest.Answer answer = request.send(fake.baseUrl());

    assertThat(statuses).as("%s: %s", request, answer).contains(answer.status());
    assertThat(SCHEMAS.problems(request, answer)).as("%s: %s", request, answer).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusesWhatComesTooOften(OpenApi.Operation operation) {
    RawRequest request = new RefusedRequests(document, operation).wellFormed();
    request.send(limited.baseUrl());

    RawRequest.Answer answer = request.send(limited.baseUrl());

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.type()).startsWith("text/plain");
    assertThat(SCHEMAS.problems(request, answer)).isEmpty();
  }
}
