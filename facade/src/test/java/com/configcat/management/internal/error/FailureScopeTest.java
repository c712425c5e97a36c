package com.configcat.management.internal.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.Operation;
import com.configcat.management.error.AmbiguousMatchException;
import com.configcat.management.error.BadRequestException;
import com.configcat.management.error.CaseMismatchException;
import com.configcat.management.error.ConflictException;
import com.configcat.management.error.DeadlineExceededException;
import com.configcat.management.error.DecodingException;
import com.configcat.management.error.ForbiddenException;
import com.configcat.management.error.ImmutablePropertyException;
import com.configcat.management.error.NotFoundException;
import com.configcat.management.error.PaymentRequiredException;
import com.configcat.management.error.ServerErrorException;
import com.configcat.management.error.TooManyRequestsException;
import com.configcat.management.error.TransportException;
import com.configcat.management.error.UnauthorizedException;
import com.configcat.management.internal.core.ClientClosedException;
import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.ResponseFacts;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureScopeTest {
  private static final FailureContext CONTEXT =
      new FailureContext(new Operation("PUT", "/v1/tags/{tagId}"), 1, false);

  private static ErrorResponse answer(int status) {
    return new ErrorResponse(
        new ResponseFacts(status, Map.of(), null, null, null), "no", Map.of(), "{}");
  }

  static List<RuntimeException> ofOne() {
    return List.of(
        new AmbiguousMatchException("two", null, CONTEXT, List.of("1", "2")),
        new BadRequestException("no", CONTEXT, answer(400)),
        new CaseMismatchException("no", CONTEXT, "a", "A"),
        new ConflictException("no", CONTEXT, answer(409)),
        new DecodingException("no", "$", null, CONTEXT),
        new ImmutablePropertyException("no", CONTEXT, "settingType"),
        new NotFoundException("no", CONTEXT, answer(404)));
  }

  static List<RuntimeException> ofAll() {
    return List.of(
        new UnauthorizedException("no", CONTEXT, answer(401)),
        new PaymentRequiredException("no", CONTEXT, answer(402)),
        new ForbiddenException("no", CONTEXT, answer(403)),
        new TooManyRequestsException("no", CONTEXT, answer(429)),
        new ServerErrorException("no", CONTEXT, answer(500)),
        new DeadlineExceededException("late", Instant.EPOCH, null, CONTEXT),
        new TransportException("reset", new IOException("reset"), CONTEXT),
        new ClientClosedException(),
        new IllegalArgumentException("an interceptor's"));
  }

  @ParameterizedTest
  @MethodSource("ofOne")
  void someConcernOneOnly(RuntimeException failure) {
    assertThat(FailureScope.affectsOthers(failure)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("ofAll")
  void anythingElseWouldHappenToOthersAsWell(RuntimeException failure) {
    assertThat(FailureScope.affectsOthers(failure)).isTrue();
  }
}
