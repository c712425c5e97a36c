package com.configcat.management.it.prism;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPrism.class)
class SharedPrismIT {
  @Test
  void isOneForAll(Prism prism, Prism again) {
    assertThat(again).isSameAs(prism);
  }

  @Test
  void servesTheDocumentThatTheClientWasGeneratedFrom(Prism prism) throws Exception {
    assertThat(Http.get(prism.baseUrl(), "/v1/products").statusCode()).isEqualTo(200);
    assertThat(Http.get(prism.baseUrl(), "/books").statusCode()).isEqualTo(404);
  }
}
