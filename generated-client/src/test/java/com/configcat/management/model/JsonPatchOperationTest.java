package com.configcat.management.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class JsonPatchOperationTest {
  @Test
  void refusesWhatIsNoJsonPointer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonPatchOperation.replace("value", true));
    assertThatIllegalArgumentException().isThrownBy(() -> JsonPatchOperation.remove(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonPatchOperation.move("a", "/b"))
        .withMessageContaining("from 'a'");
    assertThatNullPointerException().isThrownBy(() -> JsonPatchOperation.add(null, 1));
  }

  @Test
  void doesNotShowItsValue() {
    assertThat(JsonPatchOperation.replace("/secret", "s3cret")).hasToString("replace /secret");
    assertThat(JsonPatchOperation.copy("/a", "/b")).hasToString("copy /a -> /b");
  }

  @Test
  void comparesByWhatItDoes() {
    assertThat(JsonPatchOperation.add("/a", 1)).isEqualTo(JsonPatchOperation.add("/a", 1));
    assertThat(JsonPatchOperation.add("/a", 1)).isNotEqualTo(JsonPatchOperation.replace("/a", 1));
  }
}
