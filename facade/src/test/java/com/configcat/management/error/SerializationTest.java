package com.configcat.management.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.core.Operation;
import com.configcat.management.internal.core.ErrorResponse;
import com.configcat.management.internal.core.FailureContext;
import com.configcat.management.internal.core.ResponseFacts;
import com.configcat.management.internal.error.SecretMask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class SerializationTest {
  @Test
  void tellsTheSameInAnotherProcess() throws Exception {
    Operation operation = new Operation("GET", "/v1/products");
    ErrorResponse answer =
        new ErrorResponse(
            new ResponseFacts(
                400,
                SecretMask.headers(Headers.of("X-Id", "7"), UnaryOperator.identity()),
                Duration.ofSeconds(1),
                null,
                null),
            "no",
            Map.of("Name", List.of("no")),
            "{}");
    BadRequestException thrown =
        new BadRequestException("no", new FailureContext(operation, 1, false), answer);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      BadRequestException read = (BadRequestException) in.readObject();
      assertThat(read.operation()).isEqualTo(operation);
      assertThat(read.fieldErrors()).isEqualTo(thrown.fieldErrors());
      assertThat(read.retryAfter()).hasValue(Duration.ofSeconds(1));
      assertThat(read.quotaReset()).isEmpty();
      assertThat(read.header("x-id")).hasValue("7");
    }
  }
}
