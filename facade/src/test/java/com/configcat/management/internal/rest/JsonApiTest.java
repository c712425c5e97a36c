package com.configcat.management.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ContractSource;
import com.configcat.management.FacadeClasses;
import com.configcat.management.RetrofitCalls;
import com.configcat.management.codec.EmptyAnswerAllowed;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds calls that carry JSON to the operations of the contract. */
class JsonApiTest {
  @TestFactory
  Stream<DynamicTest> eachIsAnOperationOfAGeneratedInterface() {
    Map<String, Method> generated = new HashMap<>();
    calls(FacadeClasses.readApis())
        .forEach(method -> generated.put(RetrofitCalls.operation(method), method));
    return calls(FacadeClasses.read())
        // Those without a path go where a link or a user leads, and are told which operation it is.
        .filter(method -> !RetrofitCalls.operation(method).equals("@retrofit2.http.GET(\"\")"))
        .map(
            raw ->
                DynamicTest.dynamicTest(
                    raw.getDeclaringClass().getSimpleName() + "." + raw.getName(),
                    () -> compare(raw, generated.get(RetrofitCalls.operation(raw)))));
  }

  private static Stream<Method> calls(JavaClasses classes) {
    return classes.stream().flatMap(type -> RetrofitCalls.of(type.reflect()));
  }

  private static void compare(Method raw, Method generated) {
    assertThat(generated).as("%s of the contract", RetrofitCalls.operation(raw)).isNotNull();
    List<String> parameters = RetrofitCalls.parameters(generated);
    assertThat(parameters).containsAll(RetrofitCalls.parameters(raw));
    assertThat(RetrofitCalls.parameters(raw))
        .as("what has to be sent")
        .containsAll(RetrofitCalls.needed(generated));
    if (ContractSource.isPinned()) {
      assertThat(raw.isAnnotationPresent(EmptyAnswerAllowed.class))
          .isEqualTo(generated.isAnnotationPresent(EmptyAnswerAllowed.class));
    }
  }
}
