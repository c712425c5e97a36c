package com.configcat.management.resource;

import com.configcat.management.api.IntegrationsApi;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.CreateIntegrationModel;
import com.configcat.management.model.IntegrationModel;
import com.configcat.management.operations.IntegrationsOperations;
import java.util.List;
import java.util.UUID;

/** Integrations: the API's operations, and creating one with typed parameters. */
public final class Integrations extends IntegrationsOperations {
  /**
   * Creates the resource; use {@code integrations()} of the client instead.
   *
   * @param context the context that the client gives its resources
   */
  public Integrations(ResourceContext context) {
    super(context.api(IntegrationsApi.class), context.runner());
  }

  /**
   * Creates an integration for all Configs and Environments of a Product.
   *
   * <p>Calls {@code POST /v1/products/{productId}/integrations}, which by default is not retried if
   * its response is lost. To limit the integration to certain Configs or Environments, pass {@link
   * IntegrationParameters#toMap()} to {@link #create(UUID, CreateIntegrationModel)}.
   *
   * @param productId the id of the Product
   * @param name the display name, at most 255 characters
   * @param parameters the parameters of the tool
   * @return the integration
   * @throws IllegalArgumentException if the name is blank, has control characters or is too long
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
