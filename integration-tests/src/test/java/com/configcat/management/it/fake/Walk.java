package com.configcat.management.it.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.MembersApi;
import com.configcat.management.api.SdkKey;
import com.configcat.management.api.SettingValuesV2Api.ReplaceSettingValueV2Options;
import com.configcat.management.codec.ManagementGson;
import com.configcat.management.error.UnexpectedStatusException;
import com.configcat.management.fake.ConfigCatFake;
import com.configcat.management.fake.World;
import com.configcat.management.model.CodeReferenceRequest;
import com.configcat.management.model.CreateConfigRequest;
import com.configcat.management.model.CreateEnvironmentModel;
import com.configcat.management.model.CreateOrUpdateProxyProfileRequest;
import com.configcat.management.model.CreatePermissionGroupRequest;
import com.configcat.management.model.CreateProductRequest;
import com.configcat.management.model.CreateSegmentModel;
import com.configcat.management.model.CreateSettingInitialValues;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.DeleteRepositoryReportsRequest;
import com.configcat.management.model.InviteMembersRequest;
import com.configcat.management.model.JsonPatchOperation;
import com.configcat.management.model.ProxyProfileSdkKeysRequest;
import com.configcat.management.model.ReplaceSettingModel;
import com.configcat.management.model.SettingFormulaModel;
import com.configcat.management.model.StatisticsV2Model;
import com.configcat.management.model.UpdateConfigRequest;
import com.configcat.management.model.UpdateEnvironmentModel;
import com.configcat.management.model.UpdateEvaluationFormulaModel;
import com.configcat.management.model.UpdateEvaluationFormulasModel;
import com.configcat.management.model.UpdateMemberPermissionsRequest;
import com.configcat.management.model.UpdatePermissionGroupRequest;
import com.configcat.management.model.UpdatePredefinedVariationsRequest;
import com.configcat.management.model.UpdatePreferencesRequest;
import com.configcat.management.model.UpdateProductRequest;
import com.configcat.management.model.UpdateSegmentModel;
import com.configcat.management.model.UpdateSettingValueModel;
import com.configcat.management.model.UpdateSettingValuesWithIdModel;
import com.configcat.management.model.UpdateTagModel;
import com.configcat.management.model.WebHookRequestModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every operation that the fake serves, once at least, through the client. */
final class Walk {
  /** What leads elsewhere, which the client does not follow. */
  static final Set<String> REDIRECTED =
      Set.of(
          "GET /v1/products/{productId}/auditlogs",
          "GET /v1/organizations/{organizationId}/auditlogs");

  private final ConfigCatManagementClient client;
  private final World world;
  private final UUID product;
  private final UUID environment;
  private final UUID v1;
  private final UUID v2;
  private final long tag;
  private final UUID segment;

  Walk(ConfigCatManagementClient client, World world) {
    this.client = client;
    this.world = world;
    this.product =
        client
            .products()
            .create(world.organizationId(), body(CreateProductRequest.class, "{'name':'Shop'}"))
            .getProductId();
    this.environment =
        client
            .environments()
            .create(product, body(CreateEnvironmentModel.class, "{'name':'Live','color':'red'}"))
            .getEnvironmentId();
    this.v1 = config("{'name':'Old','evaluationVersion':'v1'}");
    this.v2 = config("{'name':'New','evaluationVersion':'v2','description':'x'}");
    this.tag =
        client.tags().create(product, body(CreateTagModel.class, "{'name':'web'}")).getTagId();
    this.segment =
        client
            .segments()
            .create(
                product,
                body(
                    CreateSegmentModel.class,
                    """
                    {'name':'Staff','comparisonAttribute':'Email','comparator':'contains',
                     'comparisonValue':'@acme'}
                    """))
            .getSegmentId();
  }

  static <T> T body(Class<T> type, String json) {
    return ManagementGson.create().fromJson(json.replace('\'', '"'), type);
  }

  static List<JsonPatchOperation> patch(String path, Object value) {
    return List.of(JsonPatchOperation.replace(path, value));
  }

  private UUID config(String json) {
    return client.configs().create(product, body(CreateConfigRequest.class, json)).getConfigId();
  }

  private int flag(UUID config, String json) {
    return client
        .flags()
        .create(config, body(CreateSettingInitialValues.class, json))
        .getSettingId();
  }

  /** The operations of {@link #REDIRECTED}, which {@link #all} leaves out. */
  @SuppressWarnings("deprecation") // as the service has them still
  void redirects() {
    assertThatThrownBy(() -> client.auditLogs().listOfProductV1(product))
        .isInstanceOf(UnexpectedStatusException.class)
        .hasMessageContaining("a redirect to");
    assertThatThrownBy(() -> client.auditLogs().listOfOrganizationV1(world.organizationId()))
        .isInstanceOf(UnexpectedStatusException.class)
        .hasMessageContaining("a redirect to");
  }

  void all() {
    int oldFlag = flag(v1, "{'key':'old','name':'Old','settingType':'int','hint':'h'}");
    int newFlag =
        flag(
            v2,
            "{'key':'new','name':'New','settingType':'boolean','tags':[%d],'initialValues':"
                    .formatted(tag)
                + "[{'environmentId':'%s','value':true}]}".formatted(environment));
    int other = flag(v2, "{'key':'other','name':'Other','settingType':'string'}");
    account();
    v1Values(oldFlag);
    v2Values(newFlag, other);
    flags(newFlag);
    variations();
    new IntegrationWalk(client, product, v2, environment).all(oldFlag, newFlag);
    new ChangeRequestWalk(client, product, v2, environment, segment).all(newFlag, other);
    webhooks();
    codeReferences(newFlag);
    reports();
    long group = permissionGroups();
    members(group);
    proxyProfiles();
    usage();
    changes();
    client.permissionGroups().delete(group);
    removals(oldFlag);
  }

  private void account() {
    assertThat(client.me().get().getEmail()).contains(ConfigCatFake.USER);
    assertThat(client.organizations().list()).hasSize(1);
    assertThat(client.organizations().getLimitations(world.organizationId())).isNotNull();
    assertThat(client.sdkKeys().get(v1, environment).getPrimary()).contains("configcat-sdk-1/");
    assertThat(client.products().list()).hasSize(1);
    assertThat(client.products().get(product).getName()).isEqualTo("Shop");
    assertThat(client.products().getPreferences(product).getReasonRequired()).isFalse();
    assertThat(client.configs().list(product)).hasSize(2);
    assertThat(client.configs().get(v2).getProduct().getProductId()).isEqualTo(product);
    assertThat(client.environments().list(product)).hasSize(1);
    assertThat(client.environments().get(environment).getColor()).isEqualTo("red");
    assertThat(client.tags().list(product)).hasSize(1);
    assertThat(client.tags().get(tag).getName()).isEqualTo("web");
    assertThat(client.segments().list(product)).hasSize(1);
    assertThat(client.segments().get(segment).getComparisonValue()).isEqualTo("@acme");
  }

  private void v1Values(int flag) {
    var values = client.settingValues();
    String rules =
        """
        {'value':7,'rolloutRules':[{'comparisonAttribute':'Email','comparator':'contains',
          'comparisonValue':'@b','value':1},{'segmentComparator':'isIn','segmentId':'%s','value':2}],
         'rolloutPercentageItems':[{'percentage':40,'value':1},{'percentage':60,'value':2}]}
        """
            .formatted(segment);
    values.replace(environment, flag, body(UpdateSettingValueModel.class, rules));
    assertThat(values.get(environment, flag).getRolloutRules()).hasSize(2);
    assertThat(values.patch(environment, flag, patch("/value", 8))).isNotNull();
    assertThat(values.list(v1, environment).getSettingValues()).hasSize(1);
    String many = "{'settingValues':[{'settingId':%d,'value':9}]}".formatted(flag);
    values.replaceMany(v1, environment, body(UpdateSettingValuesWithIdModel.class, many));
    var byKey = client.settingValuesBySdkKey();
    SdkKey key = SdkKey.of(client.sdkKeys().get(v1, environment).getPrimary());
    byKey.replace("old", key, body(UpdateSettingValueModel.class, rules));
    assertThat(byKey.patch("old", key, patch("/value", 8))).isNotNull();
    assertThat(byKey.get(Integer.toString(flag), key).getRolloutPercentageItems()).hasSize(2);
  }

  private void v2Values(int flag, int other) {
    var values = client.settingValuesV2();
    UpdateEvaluationFormulaModel rules =
        body(
            UpdateEvaluationFormulaModel.class,
            """
            {'defaultValue':{'boolValue':true},'targetingRules':[
              {'conditions':[{'userCondition':{'comparisonAttribute':'Email','comparator':'isOneOf',
                'comparisonValue':{'listValue':[{'value':'a','hint':'b'}]}}}],
               'value':{'boolValue':false}},
              {'conditions':[{'segmentCondition':{'segmentId':'%s','comparator':'isIn'}},
                {'prerequisiteFlagCondition':{'prerequisiteSettingId':%d,'comparator':'equals',
                 'prerequisiteComparisonValue':{'stringValue':'x'}}}],
               'percentageOptions':[{'percentage':40,'value':{'boolValue':true}},
                {'percentage':60,'value':{'boolValue':false}}]}],
             'percentageEvaluationAttribute':'Country'}
            """
                .formatted(segment, other));
    SettingFormulaModel before = values.get(environment, flag);
    SettingFormulaModel after =
        values.replace(
            environment,
            flag,
            rules,
            ReplaceSettingValueV2Options.builder()
                .latestVersionId(before.getLastVersionId())
                .reason("why")
                .build());
    assertThat(after.getTargetingRules()).hasSize(2);
    assertThat(values.patch(environment, flag, patch("/defaultValue/boolValue", false)))
        .isNotNull();
    assertThat(values.patch(environment, flag, patch("/defaultValue/boolValue", false))).isNull();
    assertThat(values.list(v2, environment).getSettingFormulas()).hasSize(2);
    String many =
        "{'updateFormulas':[{'settingId':%d,'defaultValue':{'boolValue':true}}]}".formatted(flag);
    values.replaceMany(v2, environment, body(UpdateEvaluationFormulasModel.class, many));
    var byKey = client.settingValuesBySdkKeyV2();
    SdkKey key = SdkKey.of(client.sdkKeys().get(v2, environment).getPrimary());
    byKey.replace("new", key, rules);
    assertThat(byKey.patch("new", key, patch("/defaultValue/boolValue", false))).isNotNull();
    assertThat(byKey.get("new", key).getTargetingRules()).hasSize(2);
  }

  private void flags(int flag) {
    assertThat(client.flags().list(v2)).hasSize(2);
    assertThat(client.tags().listSettings(tag)).hasSize(1);
    client.flags().replace(flag, body(ReplaceSettingModel.class, "{'name':'n','order':3}"));
    client.flags().patch(flag, List.of(JsonPatchOperation.add("/tags/-", tag)));
    assertThat(client.flags().get(flag).getTags()).hasSize(1);
  }

  private void variations() {
    int size =
        flag(
            v2,
            """
            {'key':'size','name':'Size','settingType':'string','predefinedVariations':[
              {'name':'Small','value':{'stringValue':'s'}},{'value':{'stringValue':'l'}}],
             'initialValues':[{'environmentId':'%s','value':'l'}]}
            """
                .formatted(environment));
    var variations = client.flags().getPredefinedVariations(size).getPredefinedVariations();
    assertThat(variations.get(1).getUsages()).hasSize(1);
    client
        .flags()
        .replacePredefinedVariations(
            size,
            body(
                UpdatePredefinedVariationsRequest.class,
                """
                {'predefinedVariations':[{'value':{'stringValue':'m'}},
                  {'predefinedVariationId':'%s','name':'Large','value':{'stringValue':'l'}}]}
                """
                    .formatted(variations.get(1).getPredefinedVariationId())));
    client.flags().delete(size);
  }

  private void webhooks() {
    var webhooks = client.webhooks();
    String headers = ",'webHookHeaders':[{'key':'a','value':'b','isSecure':true}]}";
    WebHookRequestModel body =
        body(WebHookRequestModel.class, "{'url':'https://a.example/b'" + headers);
    int id = webhooks.create(v2, environment, body).getWebhookId();
    assertThat(webhooks.list(product)).hasSize(1);
    assertThat(webhooks.get(id).getWebHookHeaders()).hasSize(1);
    assertThat(webhooks.getSigningKeys(id).getKey1()).startsWith("configcat_whsk_");
    webhooks.replace(id, body(WebHookRequestModel.class, "{'url':'https://c.example/d'}"));
    webhooks.patch(id, patch("/content", "x"));
    webhooks.delete(id);
  }

  private void codeReferences(int flag) {
    client
        .codeReferences()
        .upload(
            body(
                CodeReferenceRequest.class,
                """
                {'configId':'%s','repository':'shop','branch':'main','flagReferences':[
                 {'settingId':%d,'references':[{'file':'A.java','preLines':[{'lineNumber':1}],
                  'referenceLine':{'lineText':'x','lineNumber':2}}]}]}
                """
                    .formatted(v2, flag)));
    assertThat(client.codeReferences().list(flag)).hasSize(1);
    client
        .codeReferences()
        .deleteReports(
            body(
                DeleteRepositoryReportsRequest.class,
                "{'configId':'%s','repository':'shop'}".formatted(v2)));
    assertThat(client.codeReferences().list(flag)).isEmpty();
  }

  private void reports() {
    assertThat(client.auditLogs().listOfProduct(product).getData()).isNotEmpty();
    assertThat(client.auditLogs().listOfOrganization(world.organizationId()).getData())
        .isNotEmpty();
    world.now(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(client.staleFlags().get(product).getConfigs()).hasSize(2);
  }

  private long permissionGroups() {
    var groups = client.permissionGroups();
    String accesses =
        """
        'accessType':'custom','approvalPermissionType':'custom',
        'environmentAccesses':[{'environmentId':'%1$s','environmentAccessType':'full'}],
        'environmentApprovalPermissions':[{'environmentId':'%1$s',
          'environmentApprovalPermissionType':'canApproveOthers'}]
        """
            .formatted(environment);
    long id =
        groups
            .create(
                product, body(CreatePermissionGroupRequest.class, "{'name':'x'," + accesses + "}"))
            .getPermissionGroupId();
    assertThat(groups.list(product)).hasSize(2);
    assertThat(groups.get(id).getEnvironmentAccesses()).hasSize(1);
    groups.update(id, body(UpdatePermissionGroupRequest.class, "{'name':'Developers'}"));
    return id;
  }

  @SuppressWarnings("deprecation")
  private void members(long group) {
    var members = client.members();
    UUID organization = world.organizationId();
    String grace = world.member("grace@example.com", "Grace Hopper");
    String join = "{'permissionGroupIds':[%d]}".formatted(group);
    members.updatePermissions(
        organization, grace, body(UpdateMemberPermissionsRequest.class, join));
    assertThat(members.listOfProduct(product)).hasSize(2);
    assertThat(members.listOfOrganization(organization).getMembers()).hasSize(1);
    assertThat(client.enqueue(client.api(MembersApi.class).getOrganizationMembers(organization)))
        .succeedsWithin(Duration.ofSeconds(20))
        .satisfies(all -> assertThat(all).hasSize(2));
    String invitation = "{'emails':['ada@example.com'],'permissionGroupId':%d}".formatted(group);
    members.invite(product, body(InviteMembersRequest.class, invitation));
    assertThat(members.listInvitationsOfOrganization(organization)).hasSize(1);
    UUID id = members.listInvitationsOfProduct(product).get(0).getInvitationId();
    members.deleteInvitation(id);
    members.removeFromProduct(product, grace);
    members.removeFromOrganization(organization, grace);
  }

  private void proxyProfiles() {
    var profiles = client.proxyProfiles();
    String content =
        """
        {'name':'Frankfurt','connectionPreferences':{'sdkPollInterval':30,
          'webhookNotification':{'webhookProxyUrl':'https://proxy.example'}},
         'sdkKeySelectionRules':[{'kind':'include','configIdFilter':'%s'}]}
        """
            .formatted(v2);
    CreateOrUpdateProxyProfileRequest request =
        body(CreateOrUpdateProxyProfileRequest.class, content);
    UUID id = profiles.create(world.organizationId(), request).getProxyProfileId();
    assertThat(profiles.list(world.organizationId()).getProfiles()).hasSize(1);
    assertThat(profiles.get(id).getSdkKeySelectionRules()).hasSize(1);
    assertThat(profiles.listSdkKeys(id).getItems()).hasSize(1);
    profiles.patch(id, patch("/sdkKeySelectionRules", List.of()));
    ProxyProfileSdkKeysRequest keys =
        body(
            ProxyProfileSdkKeysRequest.class,
            "{'items':[{'configId':'%s','environmentId':'%s'}]}".formatted(v1, environment));
    assertThat(profiles.selectSdkKeys(id, keys).getItems()).hasSize(1);
    assertThat(profiles.deselectSdkKeys(id, keys).getItems()).isEmpty();
    assertThat(profiles.generateSecret(id).getSecretToken()).isNotEmpty();
    profiles.replace(id, body(CreateOrUpdateProxyProfileRequest.class, "{'name':'Berlin'}"));
    profiles.delete(id);
  }

  private void usage() {
    StatisticsV2Model report = client.usage().get(world.organizationId());
    assertThat(report.getDetailedStatistics()).isNotEmpty();
    assertThat(report.getOrganizationStatistics()).isNotEmpty();
    assertThat(report.getProductStatistics()).isNotEmpty();
  }

  private void changes() {
    client
        .products()
        .updatePreferences(
            product, body(UpdatePreferencesRequest.class, "{'showVariationId':true}"));
    client.products().update(product, body(UpdateProductRequest.class, "{'name':'Shop 2'}"));
    client.configs().update(v2, body(UpdateConfigRequest.class, "{'description':'x'}"));
    client
        .environments()
        .update(environment, body(UpdateEnvironmentModel.class, "{'name':'Live 2'}"));
    client.tags().update(tag, body(UpdateTagModel.class, "{'color':'blue'}"));
    client.segments().update(segment, body(UpdateSegmentModel.class, "{'comparisonValue':'@c'}"));
  }

  private void removals(int oldFlag) {
    client.flags().delete(oldFlag);
    assertThat(client.auditLogs().listDeletedSettings(v1)).hasSize(1);
    client.tags().delete(tag);
    client.configs().delete(v1);
    client.configs().delete(v2);
    client.segments().delete(segment);
    client.environments().delete(environment);
    client.products().delete(product);
    assertThat(client.products().list()).isEmpty();
  }
}
