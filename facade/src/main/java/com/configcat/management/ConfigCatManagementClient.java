package com.configcat.management;

import com.configcat.management.api.IntegrationLinksApi;
import com.configcat.management.api.MeApi;
import com.configcat.management.api.MembersApi;
import com.configcat.management.api.OrganizationsApi;
import com.configcat.management.api.PermissionGroupsApi;
import com.configcat.management.api.ProxyProfilesApi;
import com.configcat.management.api.SdkKey;
import com.configcat.management.api.SdkKeysApi;
import com.configcat.management.api.SettingValuesApi;
import com.configcat.management.api.SettingValuesBySdkKeyApi;
import com.configcat.management.api.SettingValuesBySdkKeyV2Api;
import com.configcat.management.api.SettingValuesV2Api;
import com.configcat.management.api.UsageApi;
import com.configcat.management.api.WebhooksApi;
import com.configcat.management.core.CallOptions;
import com.configcat.management.flag.EditResult;
import com.configcat.management.flag.Flag;
import com.configcat.management.flag.FlagValue;
import com.configcat.management.flag.WriteOptions;
import com.configcat.management.hal.HalBrowser;
import com.configcat.management.internal.call.CallFuture;
import com.configcat.management.internal.call.CallObserver;
import com.configcat.management.internal.call.DryRun;
import com.configcat.management.internal.call.ResponseRecorder;
import com.configcat.management.internal.client.FlagFactory;
import com.configcat.management.internal.client.ResourceContext;
import com.configcat.management.internal.client.ResourceRegistry;
import com.configcat.management.internal.client.Transport;
import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.internal.error.ErrorDecoder;
import com.configcat.management.internal.flag.EvaluationVersionCache;
import com.configcat.management.model.SettingValue;
import com.configcat.management.operations.IntegrationLinksOperations;
import com.configcat.management.operations.MeOperations;
import com.configcat.management.operations.MembersOperations;
import com.configcat.management.operations.OperationsFactory;
import com.configcat.management.operations.OrganizationsOperations;
import com.configcat.management.operations.PermissionGroupsOperations;
import com.configcat.management.operations.ProxyProfilesOperations;
import com.configcat.management.operations.SdkKeysOperations;
import com.configcat.management.operations.SettingValuesBySdkKeyOperations;
import com.configcat.management.operations.SettingValuesBySdkKeyV2Operations;
import com.configcat.management.operations.SettingValuesOperations;
import com.configcat.management.operations.SettingValuesV2Operations;
import com.configcat.management.operations.UsageOperations;
import com.configcat.management.operations.WebhooksOperations;
import com.configcat.management.resource.AuditLogs;
import com.configcat.management.resource.ChangeRequests;
import com.configcat.management.resource.CodeReferences;
import com.configcat.management.resource.Configs;
import com.configcat.management.resource.Environments;
import com.configcat.management.resource.Flags;
import com.configcat.management.resource.Integrations;
import com.configcat.management.resource.Products;
import com.configcat.management.resource.Segments;
import com.configcat.management.resource.StaleFlags;
import com.configcat.management.resource.Tags;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * Client for the ConfigCat Public Management API: does what the Dashboard does, from tests, tools
 * and scripts.
 *
 * <p>To evaluate feature flags in an application, use a ConfigCat SDK instead. This is not an
 * official ConfigCat product.
 *
 * <p>Each API operation is a method of a resource. Methods block until the response arrives and
 * return its decoded body, or throw a {@link com.configcat.management.error.ConfigCatException}.
 * {@link #flag(SdkKey, String)} reads and sets what a flag serves, in V1 and V2 Configs alike.
 *
 * <p>Calls stay within the service's rate limits, are retried where a retry is safe, and fail at a
 * deadline; see {@link CallOptions} and {@link ConfigCatManagementClientBuilder#rateLimiter}.
 *
 * <p>Thread-safe. Create one client and reuse it, since it holds connections; close it when done.
 */
public final class ConfigCatManagementClient implements AutoCloseable {
  private final Transport transport;
  private final CallOptions options;
  private final @Nullable CallObserver observer;
  private final ResourceContext context;
  private final ResourceRegistry resources;

  ConfigCatManagementClient(Transport transport, CallOptions options) {
    this(transport, options, null, new EvaluationVersionCache());
  }

  private ConfigCatManagementClient(
      Transport transport,
      CallOptions options,
      @Nullable CallObserver observer,
      EvaluationVersionCache evaluationVersions) {
    this.transport = transport;
    this.options = options;
    this.observer = observer;
    this.context = new ResourceContext(transport, options, observer, evaluationVersions);
    this.resources = new ResourceRegistry(context);
  }

  /**
   * Returns a builder for a client.
   *
   * @return a new builder; credentials are required
   */
  public static ConfigCatManagementClientBuilder builder() {
    return new ConfigCatManagementClientBuilder();
  }

  /**
   * Creates a client from environment variables.
   *
   * <p>{@code CONFIGCAT_API_USER} and {@code CONFIGCAT_API_PASS} hold the credentials. The base URL
   * is {@code CONFIGCAT_BASE_URL}, a URL; else {@code CONFIGCAT_API_HOST}, a bare host name; else
   * {@code https://api.configcat.com}. For other settings besides, use {@link
   * ConfigCatManagementClientBuilder#fromEnvironment()}.
   *
   * @return a new client; close it when done
   * @throws IllegalStateException if the credentials are missing or contain a character that HTTP
   *     Basic cannot carry, or the URL or host is invalid; the message names the variable
   */
  public static ConfigCatManagementClient fromEnvironment() {
    return builder().fromEnvironment().build();
  }

  /**
   * Returns the resource for audit logs and deleted settings.
   *
   * @return the resource; thread-safe
   */
  public AuditLogs auditLogs() {
    return resources.get(AuditLogs.class, AuditLogs::new);
  }

  /**
   * Returns the resource for change requests: approvals and scheduled changes.
   *
   * @return the resource; thread-safe
   */
  public ChangeRequests changeRequests() {
    return resources.get(ChangeRequests.class, ChangeRequests::new);
  }

  /**
   * Returns the resource for code references, which locate flags in source code.
   *
   * @return the resource; thread-safe
   */
  public CodeReferences codeReferences() {
    return resources.get(CodeReferences.class, CodeReferences::new);
  }

  /**
   * Returns the resource for Configs.
   *
   * @return the resource; thread-safe
   */
  public Configs configs() {
    return resources.get(Configs.class, Configs::new);
  }

  /**
   * Returns the resource for Environments.
   *
   * @return the resource; thread-safe
   */
  public Environments environments() {
    return resources.get(Environments.class, Environments::new);
  }

  /**
   * Returns the resource for feature flags and settings: names, keys and tags, and tasks on the
   * values of several flags or Environments.
   *
   * @return the resource; thread-safe
   */
  public Flags flags() {
    return resources.get(Flags.class, Flags::new);
  }

  /**
   * Returns the operations on links between flags and work items in other tools.
   *
   * @return the operations; thread-safe
   */
  public IntegrationLinksOperations integrationLinks() {
    return resources.get(
        IntegrationLinksOperations.class,
        context -> context.operations(IntegrationLinksApi.class, IntegrationLinksOperations::new));
  }

  /**
   * Returns the resource for integrations with other tools.
   *
   * @return the resource; thread-safe
   */
  public Integrations integrations() {
    return resources.get(Integrations.class, Integrations::new);
  }

  /**
   * Returns the operations on the user who owns the credentials.
   *
   * @return the operations; thread-safe
   */
  public MeOperations me() {
    return resources.get(
        MeOperations.class, context -> context.operations(MeApi.class, MeOperations::new));
  }

  /**
   * Returns the operations on members and invitations.
   *
   * @return the operations; thread-safe
   */
  public MembersOperations members() {
    return resources.get(
        MembersOperations.class,
        context -> context.operations(MembersApi.class, MembersOperations::new));
  }

  /**
   * Returns the operations on Organizations.
   *
   * @return the operations; thread-safe
   */
  public OrganizationsOperations organizations() {
    return resources.get(
        OrganizationsOperations.class,
        context -> context.operations(OrganizationsApi.class, OrganizationsOperations::new));
  }

  /**
   * Returns the operations on Permission Groups.
   *
   * @return the operations; thread-safe
   */
  public PermissionGroupsOperations permissionGroups() {
    return resources.get(
        PermissionGroupsOperations.class,
        context -> context.operations(PermissionGroupsApi.class, PermissionGroupsOperations::new));
  }

  /**
   * Returns the resource for Products.
   *
   * @return the resource; thread-safe
   */
  public Products products() {
    return resources.get(Products.class, Products::new);
  }

  /**
   * Returns the operations on ConfigCat Proxy profiles.
   *
   * @return the operations; thread-safe
   */
  public ProxyProfilesOperations proxyProfiles() {
    return resources.get(
        ProxyProfilesOperations.class,
        context -> context.operations(ProxyProfilesApi.class, ProxyProfilesOperations::new));
  }

  /**
   * Returns the operations on SDK keys.
   *
   * @return the operations; thread-safe
   */
  public SdkKeysOperations sdkKeys() {
    return resources.get(
        SdkKeysOperations.class,
        context -> context.operations(SdkKeysApi.class, SdkKeysOperations::new));
  }

  /**
   * Returns the resource for Segments.
   *
   * @return the resource; thread-safe
   */
  public Segments segments() {
    return resources.get(Segments.class, Segments::new);
  }

  /**
   * Returns the operations on values in V1 Configs, addressed by ids. {@link #flag(UUID, int)} is
   * safer.
   *
   * @return the operations; thread-safe
   */
  public SettingValuesOperations settingValues() {
    return resources.get(
        SettingValuesOperations.class,
        context -> context.operations(SettingValuesApi.class, SettingValuesOperations::new));
  }

  /**
   * Returns the operations on values in V1 Configs, addressed by SDK key. {@link #flag(SdkKey,
   * String)} is safer.
   *
   * @return the operations; thread-safe
   */
  public SettingValuesBySdkKeyOperations settingValuesBySdkKey() {
    return resources.get(
        SettingValuesBySdkKeyOperations.class,
        context ->
            context.operations(
                SettingValuesBySdkKeyApi.class, SettingValuesBySdkKeyOperations::new));
  }

  /**
   * Returns the operations on values in V2 Configs, addressed by SDK key. {@link #flag(SdkKey,
   * String)} is safer.
   *
   * @return the operations; thread-safe
   */
  public SettingValuesBySdkKeyV2Operations settingValuesBySdkKeyV2() {
    return resources.get(
        SettingValuesBySdkKeyV2Operations.class,
        context ->
            context.operations(
                SettingValuesBySdkKeyV2Api.class, SettingValuesBySdkKeyV2Operations::new));
  }

  /**
   * Returns the operations on values in V2 Configs, addressed by ids. {@link #flag(UUID, int)} is
   * safer.
   *
   * @return the operations; thread-safe
   */
  public SettingValuesV2Operations settingValuesV2() {
    return resources.get(
        SettingValuesV2Operations.class,
        context -> context.operations(SettingValuesV2Api.class, SettingValuesV2Operations::new));
  }

  /**
   * Returns the resource for stale flags, called zombie flags by the service.
   *
   * @return the resource; thread-safe
   */
  public StaleFlags staleFlags() {
    return resources.get(StaleFlags.class, StaleFlags::new);
  }

  /**
   * Returns the resource for Tags.
   *
   * @return the resource; thread-safe
   */
  public Tags tags() {
    return resources.get(Tags.class, Tags::new);
  }

  /**
   * Returns the operations that report how much of its plan an Organization uses: requests, traffic
   * and calls of this API.
   *
   * @return the operations; thread-safe
   */
  public UsageOperations usage() {
    return resources.get(
        UsageOperations.class, context -> context.operations(UsageApi.class, UsageOperations::new));
  }

  /**
   * Returns the operations on webhooks.
   *
   * @return the operations; thread-safe
   */
  public WebhooksOperations webhooks() {
    return resources.get(
        WebhooksOperations.class,
        context -> context.operations(WebhooksApi.class, WebhooksOperations::new));
  }

  /**
   * Returns a browser for the API as JSON+HAL, which follows links by relation name.
   *
   * @return the browser; thread-safe
   */
  public HalBrowser hal() {
    return resources.get(HalBrowser.class, HalBrowser::new);
  }

  /**
   * Implements a generated Retrofit interface. Its calls are queued, rate-limited and retried like
   * those of the resources.
   *
   * <p>Unsuccessful responses are returned as a {@link retrofit2.Response}; other failures are an
   * {@link java.io.IOException} whose cause is a {@link
   * com.configcat.management.error.ConfigCatException}.
   *
   * @param <T> the type of the interface
   * @param api a generated interface, such as {@code WebhooksApi.class}
   * @return an implementation; thread-safe
   */
  public <T> T api(Class<T> api) {
    return context.api(
        Objects.requireNonNull(api, "api is null: give a class such as WebhooksApi.class"));
  }

  /**
   * Returns generated operations that have no accessor here because they are newer than this
   * client.
   *
   * @param <T> the type of the operations
   * @param type a class of {@code com.configcat.management.operations}
   * @return the operations; thread-safe
   * @throws IllegalArgumentException if the class is not one of those
   */
  public <T> T operations(Class<T> type) {
    Objects.requireNonNull(
        type, "type is null: give a class of com.configcat.management.operations");
    return resources.get(
        type, context -> OperationsFactory.create(type, context::api, context.runner()));
  }

  /**
   * Enqueues a call of a generated interface and returns a future of its response body. No thread
   * is held while the call waits.
   *
   * <p>The future fails with the exception that a blocking method would throw, and its dependent
   * stages run on a thread of the client. Cancelling it cancels the call.
   *
   * @param <T> the type of the response body; null where the operation returns no content
   * @param call a call from {@link #api} that has not been executed; it uses the options of the
   *     client that created it, and its deadline starts now
   * @return a future of the decoded response body
   * @throws IllegalArgumentException if the call was not created by {@link #api}
   * @throws IllegalStateException if the client is closed, or the call was already executed
   */
  public <T extends @Nullable Object> CompletableFuture<T> enqueue(Call<T> call) {
    return CallFuture.enqueue(Objects.requireNonNull(call, "call is null: make one with api(...)"));
  }

  /**
   * Starts a request that the client has no method for, such as one of an operation that is newer
   * than this client. Nothing is sent yet.
   *
   * @param method the HTTP method, such as {@code GET}
   * @param path the path after the base URL, with parameters in braces, such as {@code
   *     /v1/products/{productId}/configs}
   * @return the request, to complete and send
   * @throws IllegalArgumentException if the method is none that can be sent; or if the path does
   *     not begin with a slash, has a segment that is empty or leads elsewhere, a query, a fragment
   *     or something encoded
   */
  public ApiRequest request(String method, String path) {
    return ApiRequest.of(context, method, path);
  }

  /**
   * Returns a client with other call options. Everything else is shared, including the rate limiter
   * and connections; closing either client closes both.
   *
   * @param change derives the new options from the current ones, such as {@code options ->
   *     options.deadline(Duration.ofSeconds(5))}
   * @return a client whose calls use the new options
   */
  public ConfigCatManagementClient withOptions(UnaryOperator<CallOptions> change) {
    Objects.requireNonNull(change, "change is null: give one that returns other options");
    CallOptions changed =
        Objects.requireNonNull(change.apply(options), "The change returned null: return options");
    return new ConfigCatManagementClient(
        transport, changed, observer, context.evaluationVersions());
  }

  private ConfigCatManagementClient observedBy(CallObserver another) {
    return new ConfigCatManagementClient(
        transport,
        options,
        observer == null ? another : observer.and(another),
        context.evaluationVersions());
  }

  /**
   * Makes a call and returns its result together with the status, headers and quota of the
   * response.
   *
   * <p>If the function makes several calls, or one that takes several requests, they are those of
   * the call that was answered last. Of the attempts of a call, the last one counts. Failures are
   * thrown as they are; an {@link com.configcat.management.error.ApiException} has the same facts.
   *
   * @param <T> the type of the result; null where the operation returns no content
   * @param call calls the client that it is given, and no other, such as {@code c ->
   *     c.products().get(productId)}
   * @return the result of the function, and the response
   * @throws IllegalStateException if the function made no call that was answered
   */
  public <T extends @Nullable Object> ApiResponse<T> withResponse(
      Function<ConfigCatManagementClient, T> call) {
    Objects.requireNonNull(call, "call is null: give one such as c -> c.products().list()");
    ResponseRecorder recorder = new ResponseRecorder();
    T body = call.apply(observedBy(recorder));
    ResponseRecorder.Recorded response =
        recorder
            .last()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The function made no call that was answered: call the client that it is"
                            + " given"));
    return new ApiResponse<>(
        body,
        response.operation(),
        response.attempts(),
        transport.dispatcher().errors().facts(response.response()));
  }

  /**
   * Returns the writes that a function would send, without sending them.
   *
   * <p>Reads are sent as usual, since what a task writes depends on what it has read. A write is
   * recorded in place of being sent, takes no permit of the rate limiter, and throws a {@link
   * com.configcat.management.error.DryRunException}, so that most functions end with their first
   * write. Tasks on many resources go on: {@code ensureAll} records the write of each that differs,
   * a {@link com.configcat.management.flag.BulkPlan} each of its chunks, as if those before had not
   * been sent. Listeners and the log do not hear of what was not sent.
   *
   * <p>What the function returns and the {@code DryRunException} that it throws are ignored; other
   * exceptions are thrown, unless a write was recorded. The thread sends no write through any other
   * view of this client meanwhile, such as a {@link Flag} that was made before.
   *
   * @param calls calls the client that it is given, such as {@code c -> c.flag(sdkKey,
   *     "newCheckout").setDefault(true)}
   * @return the writes, in the order in which they were made; empty if nothing would be written
   * @throws IllegalStateException if the function wrote through another view of this client; that
   *     was not sent either
   */
  public List<PlannedRequest> dryRun(Consumer<ConfigCatManagementClient> calls) {
    Objects.requireNonNull(calls, "calls is null: give some such as c -> c.tags().delete(tagId)");
    DryRun dryRun = new DryRun();
    ConfigCatManagementClient view = observedBy(dryRun);
    try {
      transport.dispatcher().withoutWrites(dryRun, () -> calls.accept(view));
    } catch (RuntimeException e) {
      if (dryRun.writes().isEmpty()) {
        throw e;
      }
    }
    ErrorDecoder errors = transport.dispatcher().errors();
    return dryRun.writes().stream()
        .map(write -> PlannedRequest.of(write.operation(), write.request(), errors))
        .toList();
  }

  /**
   * Names a flag by SDK key: the way to read and set what it serves. Nothing is sent.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @return the flag, safe for use by several threads
   * @throws IllegalArgumentException if the key is no key of a flag
   */
  public Flag flag(SdkKey sdkKey, String settingKey) {
    return flagFactory().flag(sdkKey, settingKey);
  }

  /**
   * Names a flag by ids: the way to read and set what it serves. Nothing is sent.
   *
   * @param environmentId the Environment
   * @param settingId the flag, by its id, which is not its key
   * @return the flag, safe for use by several threads
   * @throws IllegalArgumentException if the id is below 1
   */
  public Flag flag(UUID environmentId, int settingId) {
    return flagFactory().flag(environmentId, settingId);
  }

  private FlagFactory flagFactory() {
    return resources.get(FlagFactory.class, FlagFactory::new);
  }

  /**
   * Replaces the whole value of a flag or setting in a V1 Config: targeting rules and percentage
   * options are deleted.
   *
   * <p>Calls {@code PUT /v1/settings/{settingKeyOrId}/value} and nothing before it: the service
   * checks the type. If the PUT is retried after a lost answer, it may undo what somebody else
   * wrote in between. To keep the rules, use {@link #setFlagDefaultBySdkKey(SdkKey, String,
   * SettingValue)}; for V2 Configs, {@code flag(sdkKey, settingKey).replace(value)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served from now on
   * @return the value as it is now
   */
  public FlagValue updateFlagBySdkKey(SdkKey sdkKey, String settingKey, SettingValue value) {
    return flagFactory().replaceUnreadV1(sdkKey, settingKey, value, WriteOptions.none());
  }

  /**
   * Replaces the whole value of a flag or setting in a V1 Config: targeting rules and percentage
   * options are deleted, with a reason.
   *
   * <p>See {@link #updateFlagBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served from now on
   * @param reason why, for the audit log
   * @return the value as it is now
   */
  public FlagValue updateFlagBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    return flagFactory().replaceUnreadV1(sdkKey, settingKey, value, because(reason));
  }

  /**
   * Replaces the whole value of a feature flag in a V1 Config: targeting rules and percentage
   * options are deleted.
   *
   * <p>See {@link #updateFlagBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served from now on
   * @return the value as it is now
   */
  public FlagValue updateFlagBySdkKey(SdkKey sdkKey, String settingKey, boolean value) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Replaces the whole value of a feature flag in a V1 Config: targeting rules and percentage
   * options are deleted, with a reason.
   *
   * <p>See {@link #updateFlagBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served from now on
   * @param reason why, for the audit log
   * @return the value as it is now
   */
  public FlagValue updateFlagBySdkKey(
      SdkKey sdkKey, String settingKey, boolean value, String reason) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Replaces the whole value of a text setting in a V1 Config: targeting rules and percentage
   * options are deleted.
   *
   * <p>See {@link #updateFlagBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served from now on
   * @return the value as it is now
   */
  public FlagValue updateFlagBySdkKey(SdkKey sdkKey, String settingKey, String value) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Replaces the whole value of a text setting in a V1 Config: targeting rules and percentage
   * options are deleted, with a reason.
   *
   * <p>See {@link #updateFlagBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served from now on
   * @param reason why, for the audit log
   * @return the value as it is now
   */
  public FlagValue updateFlagBySdkKey(
      SdkKey sdkKey, String settingKey, String value, String reason) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Replaces the whole value of a whole-number setting in a V1 Config: targeting rules and
   * percentage options are deleted.
   *
   * <p>See {@link #updateFlagBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served from now on
   * @return the value as it is now
   */
  public FlagValue updateFlagBySdkKey(SdkKey sdkKey, String settingKey, long value) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Replaces the whole value of a whole-number setting in a V1 Config: targeting rules and
   * percentage options are deleted, with a reason.
   *
   * <p>See {@link #updateFlagBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served from now on
   * @param reason why, for the audit log
   * @return the value as it is now
   */
  public FlagValue updateFlagBySdkKey(SdkKey sdkKey, String settingKey, long value, String reason) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Replaces the whole value of a decimal setting in a V1 Config: targeting rules and percentage
   * options are deleted.
   *
   * <p>See {@link #updateFlagBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served from now on
   * @return the value as it is now
   */
  public FlagValue updateFlagBySdkKey(SdkKey sdkKey, String settingKey, double value) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Replaces the whole value of a decimal setting in a V1 Config: targeting rules and percentage
   * options are deleted, with a reason.
   *
   * <p>See {@link #updateFlagBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served from now on
   * @param reason why, for the audit log
   * @return the value as it is now
   */
  public FlagValue updateFlagBySdkKey(
      SdkKey sdkKey, String settingKey, double value, String reason) {
    return updateFlagBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Sets what a flag or setting serves when no rule applies, and keeps targeting rules and
   * percentage options.
   *
   * <p>Short for {@code flag(sdkKey, settingKey).setDefault(value)}, in V1 and V2 Configs; see
   * {@link Flag#setDefault(SettingValue, WriteOptions)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served when no rule applies
   * @return the value as it is now, and whether it was changed
   */
  public EditResult setFlagDefaultBySdkKey(SdkKey sdkKey, String settingKey, SettingValue value) {
    return flag(sdkKey, settingKey).setDefault(value);
  }

  /**
   * Sets what a flag or setting serves when no rule applies, and keeps targeting rules and
   * percentage options, with a reason.
   *
   * <p>See {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served when no rule applies
   * @param reason why, for the audit log
   * @return the value as it is now, and whether it was changed
   */
  public EditResult setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, SettingValue value, String reason) {
    return flag(sdkKey, settingKey).setDefault(value, because(reason));
  }

  /**
   * Sets what a feature flag serves when no rule applies, and keeps targeting rules and percentage
   * options.
   *
   * <p>See {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served when no rule applies
   * @return the value as it is now, and whether it was changed
   */
  public EditResult setFlagDefaultBySdkKey(SdkKey sdkKey, String settingKey, boolean value) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets what a feature flag serves when no rule applies, and keeps targeting rules and percentage
   * options, with a reason.
   *
   * <p>See {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served when no rule applies
   * @param reason why, for the audit log
   * @return the value as it is now, and whether it was changed
   */
  public EditResult setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, boolean value, String reason) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Sets what a text setting serves when no rule applies, and keeps targeting rules and percentage
   * options.
   *
   * <p>See {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served when no rule applies
   * @return the value as it is now, and whether it was changed
   */
  public EditResult setFlagDefaultBySdkKey(SdkKey sdkKey, String settingKey, String value) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets what a text setting serves when no rule applies, and keeps targeting rules and percentage
   * options, with a reason.
   *
   * <p>See {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served when no rule applies
   * @param reason why, for the audit log
   * @return the value as it is now, and whether it was changed
   */
  public EditResult setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, String value, String reason) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Sets what a whole-number setting serves when no rule applies, and keeps targeting rules and
   * percentage options.
   *
   * <p>See {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served when no rule applies
   * @return the value as it is now, and whether it was changed
   */
  public EditResult setFlagDefaultBySdkKey(SdkKey sdkKey, String settingKey, long value) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets what a whole-number setting serves when no rule applies, and keeps targeting rules and
   * percentage options, with a reason.
   *
   * <p>See {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served when no rule applies
   * @param reason why, for the audit log
   * @return the value as it is now, and whether it was changed
   */
  public EditResult setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, long value, String reason) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  /**
   * Sets what a decimal setting serves when no rule applies, and keeps targeting rules and
   * percentage options.
   *
   * <p>See {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served when no rule applies
   * @return the value as it is now, and whether it was changed
   */
  public EditResult setFlagDefaultBySdkKey(SdkKey sdkKey, String settingKey, double value) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value));
  }

  /**
   * Sets what a decimal setting serves when no rule applies, and keeps targeting rules and
   * percentage options, with a reason.
   *
   * <p>See {@link #setFlagDefaultBySdkKey(SdkKey, String, SettingValue)}.
   *
   * @param sdkKey names the Config and the Environment
   * @param settingKey the key of the flag, or its id
   * @param value what is served when no rule applies
   * @param reason why, for the audit log
   * @return the value as it is now, and whether it was changed
   */
  public EditResult setFlagDefaultBySdkKey(
      SdkKey sdkKey, String settingKey, double value, String reason) {
    return setFlagDefaultBySdkKey(sdkKey, settingKey, SettingValue.of(value), reason);
  }

  private static WriteOptions because(String reason) {
    return WriteOptions.because(
        Preconditions.lines(reason, "reason", "give one, or leave the argument out"));
  }

  /**
   * Closes the client: fails queued and running calls, and releases threads and connections. Later
   * calls throw an {@link IllegalStateException}. Idempotent.
   */
  @Override
  public void close() {
    transport.close();
  }
}
