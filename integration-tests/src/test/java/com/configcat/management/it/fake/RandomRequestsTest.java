package com.configcat.management.it.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.Seed;
import com.configcat.management.it.contract.Contract;
import com.configcat.management.it.sweep.OpenApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, in whatever state, the answer is one of the document's or one of the service's
 * known refusals. {@code -Drequests.seed=} takes other requests, {@code -Drequests.count=} more.
 */
class RandomRequestsTest {
  private static final long SEED = Long.getLong("requests.seed", 1);
  private static final int COUNT = Integer.getInteger("requests.count", 600);

  @Test
  void areAnsweredAsTheDocumentSays() throws IOException {
    AnswerSchemas schemas = new AnswerSchemas(Contract.ofBuild());
    OpenApi document = OpenApi.read(Contract.ofBuild().pinned());
    List<String> problems = new ArrayList<>();
    Set<String> succeeded = new TreeSet<>();
    try (ConfigCatFake fake = ConfigCatFake.builder().seed(Seed.shop()).start()) {
      RandomRequests requests = new RandomRequests(document, fake, new Random(SEED));
      for (int i = 0; i < COUNT && problems.size() < 20; i++) {
        RawRequest request = requests.next();
        RawRequest.Answer answer = request.send(fake.baseUrl());
        if (answer.status() < 400) {
          succeeded.add(request.operation().key());
        }
        schemas
            .problems(request, answer)
            .forEach(problem -> problems.add(problem + " in the answer to " + request));
      }
      assertThat(problems).as("with -Drequests.seed=%d", SEED).isEmpty();
      assertThat(succeeded)
          .as("operations that succeeded")
          .hasSizeGreaterThan(Math.min(COUNT / 20, 60));
    }
  }
}
