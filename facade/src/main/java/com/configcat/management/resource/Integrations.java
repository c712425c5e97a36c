package com.configcat.management.resource;

import com.configcat.management.api.IntegrationsApi;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.CreateIntegrationModel;
import com.configcat.management.model.IntegrationModel;
import com.configcat.management.operations.IntegrationsOperations;
import java.util.List;
import java.util.UUID;

/** Integrations: the operations of the API, and a creation whose parameters have types. */
public final class Integrations extends IntegrationsOperations {
  /**
   * Makes the resource; the client has a method that returns it.
   *
   * @param context what the client gives its resources
   */
  public Integrations(ResourceContext context) {
    super(context.api(IntegrationsApi.class), context.runner());
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
    Preconditions.value(productId, "productId", "give the id of the Product");
    Preconditions.text(name, "name", 255, "give the name to show");
    Preconditions.value(parameters, "parameters", "build some, as IntegrationParameters.slack()");
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
