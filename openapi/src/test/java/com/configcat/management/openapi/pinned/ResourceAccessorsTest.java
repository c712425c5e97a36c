package com.configcat.management.openapi.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.openapi.Documents;
import com.configcat.management.openapi.check.FacadeUse;
import com.configcat.management.openapi.fix.Fixes;
import com.configcat.management.openapi.fix.OperationName;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Wants a method of the client for each resource, which a new one has to be given by hand.
 *
 * <p>Tagged as the tests of words are, which a new resource needs at the same time.
 */
@Tag("words")
class ResourceAccessorsTest {
  @Test
  void theClientHasAMethodForEveryResource() throws IOException {
    Set<String> accessors =
        FacadeUse.read(Documents.CONTRACT.resolve("used-by-facade.txt")).accessors().keySet();

    assertThat(
            Fixes.read(Documents.CONTRACT.resolve("fixes.yaml")).names().values().stream()
                .map(OperationName::resource)
                .filter(resource -> !accessors.contains(resource))
                .collect(Collectors.toSet()))
        .as(
            "Resources of fixes.yaml without a method of ConfigCatManagementClient in"
                + " used-by-facade.txt: add the method, then write the file (CONTRIBUTING, \"Taking"
                + " in a change of the API\")")
        .isEmpty();
  }
}
