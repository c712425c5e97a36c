package com.configcat.management.resource;

import com.configcat.management.api.IntegrationsApi;
import com.configcat.management.internal.argument.Given;
import com.configcat.management.model.CreateIntegrationModel;
import com.configcat.management.model.IntegrationModel;
import com.configcat.management.operations.CallRunner;
import com.configcat.management.operations.IntegrationsOperations;
import java.util.List;
import java.util.UUID;

/** Integrations: the operations of the API, and a creation whose parameters have types. */
public final class Integrations extends IntegrationsOperations {
  /**
   * Makes the resource.
   *
   * @param api where the calls come from
   * @param runner runs them
   */
  public Integrations(IntegrationsApi api, CallRunner runner) {
    super(api, runner);
  }

  /**
   * Connects another tool with all Configs and Environments of a Product.
   *
   * <p>Calls {@code POST /v1/products/{productId}/integrations}, which is not repeated when its
   * answer is lost. To connect only some Configs or Environments, give {@link
   * IntegrationParameters#toMap()} to {@link #create(UUID, CreateIntegrationModel)}.
   *
   * @param productId the Product
   * @param name how it is shown, at most 255 characters
   * @param parameters what the tool needs
   * @return the integration
   * @throws com.configcat.management.error.ConfigCatException if the call fails
   */
  public IntegrationModel create(UUID productId, String name, IntegrationParameters parameters) {
    Given.value(productId, "productId", "give the id of the Product");
    Given.text(name, "name", 255, "give the name to show");
    Given.value(parameters, "parameters", "build some, as IntegrationParameters.slack()");
    return create(
        productId,
        CreateIntegrationModel.builder()
            .integrationType(parameters.type())
            .name(name)
            .parameters(parameters.toMap())
            .configIds(List.of())
            .environmentIds(List.of())
            .build());
  }
}
