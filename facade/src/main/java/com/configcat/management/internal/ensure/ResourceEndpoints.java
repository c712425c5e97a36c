package com.configcat.management.internal.ensure;

import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.rest.ResourceJsonApi;
import com.configcat.management.model.ConfigModel;
import com.configcat.management.model.EnvironmentModel;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.ReplaceSettingModel;
import com.configcat.management.model.SegmentModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.TagModel;
import com.configcat.management.model.UpdateConfigRequest;
import com.configcat.management.model.UpdateEnvironmentModel;
import com.configcat.management.model.UpdateProductRequest;
import com.configcat.management.model.UpdateSegmentModel;
import com.configcat.management.model.UpdateTagModel;
import com.configcat.management.operations.CallRunner;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.RequestBody;
import retrofit2.Call;

/** Creates an {@link Ensure} for each kind of resource. */
public final class ResourceEndpoints {
  private final ResourceContext context;
  private final CallRunner runner;

  public ResourceEndpoints(ResourceContext context) {
    this.context = context;
    this.runner = context.runner();
  }

  private ResourceJsonApi api() {
    return context.forTasks().api(ResourceJsonApi.class);
  }

  /** Sends without retries: a body built from an earlier read may be outdated by then. */
  private ResourceJsonApi once() {
    return context.forTasks().apiWithoutRetries(ResourceJsonApi.class);
  }

  public Ensure<ProductModel> products(UUID organizationId) {
    ResourceJsonApi api = api();
    ResourceJsonApi once = once();
    String id = organizationId.toString();
    ModelProperties properties =
        new ModelProperties(ProductModel.class, UpdateProductRequest.class);
    return new Ensure<>(
        new ResourceEndpoint(
            ResourceKind.PRODUCT,
            () -> runner.run(api.products()).stream().filter(one -> isOf(one, id)).toList(),
            create(body -> once.createProduct(id, body)),
            get(api::product),
            put(properties, once::replaceProduct),
            removal(api::configs, api::deleteProduct)),
        properties,
        ProductModel.class);
  }

  /** The list contains the Products of all organizations. */
  private static boolean isOf(JsonObject product, String organizationId) {
    return product.get("organization") instanceof JsonObject organization
        && organization.get("organizationId") instanceof JsonPrimitive id
        && id.getAsString().equalsIgnoreCase(organizationId);
  }

  public Ensure<ConfigModel> configs(UUID productId) {
    ResourceJsonApi api = api();
    ResourceJsonApi once = once();
    String id = productId.toString();
    ModelProperties properties = new ModelProperties(ConfigModel.class, UpdateConfigRequest.class);
    return new Ensure<>(
        new ResourceEndpoint(
            ResourceKind.CONFIG,
            () -> runner.run(api.configs(id)),
            create(body -> once.createConfig(id, body)),
            get(api::config),
            put(properties, once::replaceConfig),
            removal(api::settings, api::deleteConfig)),
        properties,
        ConfigModel.class);
  }

  public Ensure<EnvironmentModel> environments(UUID productId) {
    ResourceJsonApi api = api();
    ResourceJsonApi once = once();
    String id = productId.toString();
    ModelProperties properties =
        new ModelProperties(EnvironmentModel.class, UpdateEnvironmentModel.class);
    return new Ensure<>(
        new ResourceEndpoint(
            ResourceKind.ENVIRONMENT,
            () -> runner.run(api.environments(id)),
            create(body -> once.createEnvironment(id, body)),
            get(api::environment),
            put(properties, once::replaceEnvironment),
            new ResourceEndpoint.Removal(
                none -> List.of(), each -> runner.run(api.deleteEnvironment(each)))),
        properties,
        EnvironmentModel.class);
  }

  /** Feature flags and settings: keys are unique, and updates are JSON Patches. */
  public Ensure<SettingModel> flags(UUID configId) {
    ResourceJsonApi api = api();
    ResourceJsonApi once = once();
    String id = configId.toString();
    return new Ensure<>(
        new ResourceEndpoint(
            ResourceKind.FLAG,
            () -> runner.run(api.settings(id)),
            create(body -> once.createSetting(id, body)),
            get(api::setting),
            (settingId, whole, changes) ->
                runner.run(once.patchSetting(settingId, Bodies.patch(whole, changes))),
            null),
        new ModelProperties(SettingModel.class, ReplaceSettingModel.class),
        SettingModel.class);
  }

  public Ensure<TagModel> tags(UUID productId) {
    ResourceJsonApi api = api();
    ResourceJsonApi once = once();
    String id = productId.toString();
    ModelProperties properties = new ModelProperties(TagModel.class, UpdateTagModel.class);
    return new Ensure<>(
        new ResourceEndpoint(
            ResourceKind.TAG,
            () -> runner.run(api.tags(id)),
            create(body -> once.createTag(id, body)),
            get(api::tag),
            put(properties, once::replaceTag),
            removal(api::settingsWithTag, api::deleteTag)),
        properties,
        TagModel.class);
  }

  public Ensure<SegmentModel> segments(UUID productId) {
    ResourceJsonApi api = api();
    ResourceJsonApi once = once();
    String id = productId.toString();
    ModelProperties properties = new ModelProperties(SegmentModel.class, UpdateSegmentModel.class);
    return new Ensure<>(
        new ResourceEndpoint(
            ResourceKind.SEGMENT,
            () -> runner.run(api.segments(id)),
            create(body -> once.createSegment(id, body)),
            get(api::segment),
            put(properties, once::replaceSegment),
            // The list contains how often each Segment is used.
            new ResourceEndpoint.Removal(
                none -> List.of(), each -> runner.run(api.deleteSegment(each)))),
        properties,
        SegmentModel.class);
  }

  private UnaryOperator<JsonObject> create(Function<RequestBody, Call<JsonObject>> call) {
    return wanted -> runner.run(call.apply(Bodies.json(wanted)));
  }

  private Function<String, JsonObject> get(Function<String, Call<JsonObject>> call) {
    return id -> runner.run(call.apply(id));
  }

  private ResourceEndpoint.Update put(
      ModelProperties properties, BiFunction<String, RequestBody, Call<JsonObject>> call) {
    return (id, whole, changes) ->
        runner.run(call.apply(id, Bodies.json(properties.replacement(whole, changes))));
  }

  private ResourceEndpoint.Removal removal(
      Function<String, Call<List<JsonObject>>> contents, Function<String, Call<Void>> delete) {
    return new ResourceEndpoint.Removal(
        id -> runner.run(contents.apply(id)), id -> runner.run(delete.apply(id)));
  }
}
