package com.configcat.management;

import com.configcat.management.api.IntegrationLinksApi;
import com.configcat.management.api.MeApi;
import com.configcat.management.api.MembersApi;
import com.configcat.management.api.OrganizationsApi;
import com.configcat.management.api.PermissionGroupsApi;
import com.configcat.management.api.ProxyProfilesApi;
import com.configcat.management.api.SdkKeysApi;
import com.configcat.management.api.UsageApi;
import com.configcat.management.api.WebhooksApi;
import com.configcat.management.core.CallOptions;
import com.configcat.management.core.SdkKey;
import com.configcat.management.hal.HalBrowser;
import com.configcat.management.internal.call.CallFuture;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.client.ResourceRegistry;
import com.configcat.management.internal.client.Transport;
import com.configcat.management.model.SettingValue;
import com.configcat.management.model.SettingValueModel;
import com.configcat.management.operations.IntegrationLinksOperations;
import com.configcat.management.operations.MeOperations;
import com.configcat.management.operations.MembersOperations;
import com.configcat.management.operations.OperationsFactory;
import com.configcat.management.operations.OrganizationsOperations;
import com.configcat.management.operations.PermissionGroupsOperations;
import com.configcat.management.operations.ProxyProfilesOperations;
import com.configcat.management.operations.SdkKeysOperations;
import com.configcat.management.operations.UsageOperations;
import com.configcat.management.operations.WebhooksOperations;
import com.configcat.management.resource.AuditLogs;
import com.configcat.management.resource.ChangeRequests;
import com.configcat.management.resource.CodeReferences;
import com.configcat.management.resource.Configs;
import com.configcat.management.resource.Environments;
import com.configcat.management.resource.Flags;
import com.configcat.management.resource.FlagsBySdkKey;
import com.configcat.management.resource.Integrations;
import com.configcat.management.resource.Products;
import com.configcat.management.resource.Segments;
import com.configcat.management.resource.SettingValues;
import com.configcat.management.resource.SettingValuesBySdkKey;
import com.configcat.management.resource.SettingValuesBySdkKeyV2;
import com.configcat.management.resource.SettingValuesV2;
import com.configcat.management.resource.StaleFlags;
import com.configcat.management.resource.Tags;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A client for the ConfigCat Public Management API: what the Dashboard does, from tests, tools and
 * scripts.
 *
 * <p>Not for evaluating feature flags in an application: use a ConfigCat SDK for that. Not an
 * official ConfigCat product.
 *
 * <p>Every operation of the API is a method of a resource. Methods wait for the answer and return
 * it decoded, or throw a {@link com.configcat.management.error.ConfigCatException}. The flag
 * methods of this class are those of {@link #settingValuesBySdkKey()}, for V1 Configs; {@link
 * #settingValuesBySdkKeyV2()} has the same for V2 Configs.
 *
 * <p>Calls respect the service: they wait for their turn under its rate limit, are repeated where
 * that cannot do harm, and end at a deadline; see {@link CallOptions} and {@link
 * ConfigCatManagementClientBuilder#rateLimiter}.
 *
 * <p>Safe for use by several threads. Make one and keep it: it holds connections. Close it in the
 * end.
 */
public final class ConfigCatManagementClient
    implements FlagsBySdkKey<SettingValueModel>, AutoCloseable {
  private final Transport transport;
  private final CallOptions options;
  private final ResourceContext context;
  private final ResourceRegistry resources;

  ConfigCatManagementClient(Transport transport, CallOptions options) {
    this.transport = transport;
    this.options = options;
    this.context = new ResourceContext(transport, options);
    this.resources = new ResourceRegistry(context);
  }

  /**
   * Starts a client.
   *
   * @return a builder that still needs credentials
   */
  public static ConfigCatManagementClientBuilder builder() {
    return new ConfigCatManagementClientBuilder();
  }

  /**
   * Makes a client from environment variables.
   *
   * <p>{@code CONFIGCAT_API_USER} and {@code CONFIGCAT_API_PASS} hold the credentials. {@code
   * CONFIGCAT_BASE_URL}, a URL, or {@code CONFIGCAT_API_HOST}, a bare host name, says where the
   * service is, if it is not {@code https://api.configcat.com}.
   *
   * @return a new client, to be closed
   * @throws IllegalStateException if a variable is missing or cannot be used; its message names it
   */
  public static ConfigCatManagementClient fromEnvironment() {
    return fromEnvironment(System.getenv());
  }

  static ConfigCatManagementClient fromEnvironment(Map<String, String> variables) {
    return new ClientEnvironment(variables).connect(builder());
  }

  /**
   * Returns what happened: audit logs and deleted settings.
   *
   * @return the resource, safe for use by several threads
   */
  public AuditLogs auditLogs() {
    return resources.get(AuditLogs.class, AuditLogs::new);
  }

  /**
   * Returns change requests: approval flow and scheduled changes.
   *
   * @return the resource, safe for use by several threads
   */
  public ChangeRequests changeRequests() {
    return resources.get(ChangeRequests.class, ChangeRequests::new);
  }

  /**
   * Returns where flags are used in code.
   *
   * @return the resource, safe for use by several threads
   */
  public CodeReferences codeReferences() {
    return resources.get(CodeReferences.class, CodeReferences::new);
  }

  /**
   * Returns Configs.
   *
   * @return the resource, safe for use by several threads
   */
  public Configs configs() {
    return resources.get(Configs.class, Configs::new);
  }

  /**
   * Returns Environments.
   *
   * @return the resource, safe for use by several threads
   */
  public Environments environments() {
    return resources.get(Environments.class, Environments::new);
  }

  /**
   * Returns feature flags and settings: their names, keys and tags, but not their values.
   *
   * @return the resource, safe for use by several threads
   */
  public Flags flags() {
    return resources.get(Flags.class, Flags::new);
  }

  /**
   * Returns links between flags and the work items of other tools.
   *
   * @return the operations, safe for use by several threads
   */
  public IntegrationLinksOperations integrationLinks() {
    return resources.get(
        IntegrationLinksOperations.class,
        context -> context.operations(IntegrationLinksApi.class, IntegrationLinksOperations::new));
  }

  /**
   * Returns integrations with other tools.
   *
   * @return the resource, safe for use by several threads
   */
  public Integrations integrations() {
    return resources.get(Integrations.class, Integrations::new);
  }

  /**
   * Returns the user whom the credentials belong to.
   *
   * @return the operations, safe for use by several threads
   */
  public MeOperations me() {
    return resources.get(
        MeOperations.class, context -> context.operations(MeApi.class, MeOperations::new));
  }

  /**
   * Returns members and invitations.
   *
   * @return the operations, safe for use by several threads
   */
  public MembersOperations members() {
    return resources.get(
        MembersOperations.class,
        context -> context.operations(MembersApi.class, MembersOperations::new));
  }

  /**
   * Returns Organizations.
   *
   * @return the operations, safe for use by several threads
   */
  public OrganizationsOperations organizations() {
    return resources.get(
        OrganizationsOperations.class,
        context -> context.operations(OrganizationsApi.class, OrganizationsOperations::new));
  }

  /**
   * Returns Permission Groups.
   *
   * @return the operations, safe for use by several threads
   */
  public PermissionGroupsOperations permissionGroups() {
    return resources.get(
        PermissionGroupsOperations.class,
        context -> context.operations(PermissionGroupsApi.class, PermissionGroupsOperations::new));
  }

  /**
   * Returns Products.
   *
   * @return the resource, safe for use by several threads
   */
  public Products products() {
    return resources.get(Products.class, Products::new);
  }

  /**
   * Returns profiles of the ConfigCat Proxy.
   *
   * @return the operations, safe for use by several threads
   */
  public ProxyProfilesOperations proxyProfiles() {
    return resources.get(
        ProxyProfilesOperations.class,
        context -> context.operations(ProxyProfilesApi.class, ProxyProfilesOperations::new));
  }

  /**
   * Returns SDK keys.
   *
   * @return the operations, safe for use by several threads
   */
  public SdkKeysOperations sdkKeys() {
    return resources.get(
        SdkKeysOperations.class,
        context -> context.operations(SdkKeysApi.class, SdkKeysOperations::new));
  }

  /**
   * Returns Segments.
   *
   * @return the resource, safe for use by several threads
   */
  public Segments segments() {
    return resources.get(Segments.class, Segments::new);
  }

  /**
   * Returns values in V1 Configs.
   *
   * @return the resource, safe for use by several threads
   */
  public SettingValues settingValues() {
    return resources.get(SettingValues.class, SettingValues::new);
  }

  /**
   * Returns values in V1 Configs, by SDK key.
   *
   * @return the resource, safe for use by several threads
   */
  public SettingValuesBySdkKey settingValuesBySdkKey() {
    return resources.get(SettingValuesBySdkKey.class, SettingValuesBySdkKey::new);
  }

  /**
   * Returns values in V2 Configs, by SDK key.
   *
   * @return the resource, safe for use by several threads
   */
  public SettingValuesBySdkKeyV2 settingValuesBySdkKeyV2() {
    return resources.get(SettingValuesBySdkKeyV2.class, SettingValuesBySdkKeyV2::new);
  }

  /**
   * Returns values in V2 Configs.
   *
   * @return the resource, safe for use by several threads
   */
  public SettingValuesV2 settingValuesV2() {
    return resources.get(SettingValuesV2.class, SettingValuesV2::new);
  }

  /**
   * Returns stale flags, which the service calls zombies.
   *
   * @return the resource, safe for use by several threads
   */
  public StaleFlags staleFlags() {
    return resources.get(StaleFlags.class, StaleFlags::new);
  }

  /**
   * Returns Tags.
   *
   * @return the resource, safe for use by several threads
   */
  public Tags tags() {
    return resources.get(Tags.class, Tags::new);
  }

  /**
   * Returns how much of its plan an Organization uses: requests, traffic, calls of this API.
   *
   * @return the operations, safe for use by several threads
   */
  public UsageOperations usage() {
    return resources.get(
        UsageOperations.class, context -> context.operations(UsageApi.class, UsageOperations::new));
  }

  /**
   * Returns webhooks that the service calls.
   *
   * @return the operations, safe for use by several threads
   */
  public WebhooksOperations webhooks() {
    return resources.get(
        WebhooksOperations.class,
        context -> context.operations(WebhooksApi.class, WebhooksOperations::new));
  }

  /**
   * Returns the API as JSON+HAL: resources whose links are followed by name.
   *
   * @return the browser, safe for use by several threads
   */
  public HalBrowser hal() {
    return resources.get(HalBrowser.class, HalBrowser::new);
  }

  /**
   * Returns a generated Retrofit interface, whose calls are sent as those of the resources are.
   *
   * <p>An answer that is no success is a {@link retrofit2.Response} here; a failure is an {@link
   * java.io.IOException} whose cause is a {@link
   * com.configcat.management.error.ConfigCatException}.
   *
   * @param <T> its type
   * @param api such as {@code WebhooksApi.class}
   * @return an implementation, safe for use by several threads
   */
  public <T> T api(Class<T> api) {
    return context.api(
        Objects.requireNonNull(api, "api is null: give a class such as WebhooksApi.class"));
  }

  /**
   * Returns generated operations that have no method of their own here, since they are newer than
   * this client.
   *
   * @param <T> their type
   * @param type a class of {@code com.configcat.management.operations}
   * @return the operations, safe for use by several threads
   * @throws IllegalArgumentException if the class is none of those
   */
  public <T> T operations(Class<T> type) {
    Objects.requireNonNull(
        type, "type is null: give a class of com.configcat.management.operations");
    return resources.get(
        type, context -> OperationsFactory.create(type, context::api, context.runner()));
  }

  /**
   * Enqueues a call of a generated interface, and promises its answer. It holds no thread while it
   * waits.
   *
   * <p>The promise fails with the exception that a blocking method would throw, and its dependents
   * run on a thread of the client. To cancel it cancels the call.
   *
   * @param <T> what it answers; null where the operation has no content
   * @param call made by {@link #api}, not executed yet; it goes by the options of the client that
   *     it was made by, its deadline counted from now
   * @return the answer to come
   * @throws IllegalArgumentException if the call was not made by this client
   * @throws IllegalStateException if the client is closed, or the call was executed already
   */
  public <T extends @Nullable Object> CompletableFuture<T> enqueue(Call<T> call) {
    return CallFuture.enqueue(Objects.requireNonNull(call, "call is null: make one with api(...)"));
  }

  /**
   * Returns this client with other options for its calls. Everything else is shared, the rate limit
   * and the connections too; to close one closes both.
   *
   * @param change such as {@code options -> options.deadline(Duration.ofSeconds(5))}
   * @return a client whose calls go by the changed options
   */
  public ConfigCatManagementClient withOptions(UnaryOperator<CallOptions> change) {
    Objects.requireNonNull(change, "change is null: give one that returns other options");
    CallOptions changed =
        Objects.requireNonNull(change.apply(options), "The change returned null: return options");
    return new ConfigCatManagementClient(transport, changed);
  }

  @Override
  public SettingValueModel updateFlagBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value) {
    return settingValuesBySdkKey().updateFlagBySdkKey(sdkKey, settingKey, value);
  }

  @Override
  public SettingValueModel updateFlagBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    return settingValuesBySdkKey().updateFlagBySdkKey(sdkKey, settingKey, value, reason);
  }

  @Override
  public Optional<SettingValueModel> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value) {
    return settingValuesBySdkKey().setFlagDefaultBySdkKey(sdkKey, settingKey, value);
  }

  @Override
  public Optional<SettingValueModel> setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    return settingValuesBySdkKey().setFlagDefaultBySdkKey(sdkKey, settingKey, value, reason);
  }

  /**
   * Ends calls that wait or run with an exception, and lets go of threads and connections; calls
   * after this throw an {@link IllegalStateException}. May be called again.
   */
  @Override
  public void close() {
    transport.close();
  }
}
