package com.configcat.management.fake.internal.state;

/** The tables of the state: their names, and the member that identifies a row. */
public enum EntityType {
  ORGANIZATION("organizations", "organizationId"),
  PRODUCT("products", "productId"),
  CONFIG("configs", "configId"),
  ENVIRONMENT("environments", "environmentId"),
  SETTING("settings", "settingId"),
  TAG("tags", "tagId"),
  SEGMENT("segments", "segmentId"),
  /** What a Setting serves in an Environment. */
  VALUE("values", "$id"),
  SDK_KEY("sdkKeys", "$id"),
  WEBHOOK("webhooks", "webhookId"),
  CHANGE_REQUEST("changeRequests", "changeRequestId"),
  INTEGRATION("integrations", "integrationId"),
  /** A ticket of another tool at the value of a Setting in an Environment. */
  INTEGRATION_LINK("integrationLinks", "$id"),
  JIRA_INSTALLATION("jiraInstallations", "clientKey"),
  CODE_REFERENCE("codeReferences", "codeReferenceId"),
  PERMISSION_GROUP("permissions", "permissionGroupId"),
  /** A person in an Organization. */
  MEMBER("members", "userId"),
  /** A member's place in a Product. */
  MEMBERSHIP("memberships", "$id"),
  INVITATION("invitations", "invitationId"),
  PROXY_PROFILE("proxyProfiles", "proxyProfileId"),
  /** An SDK key that was selected for a Proxy Profile. */
  PROXY_SDK_KEY("proxySdkKeys", "$id"),
  DELETED_SETTING("deletedSettings", "$id"),
  AUDIT_LOG("auditLogs", "auditLogId");

  private final String table;
  private final String id;

  EntityType(String table, String id) {
    this.table = table;
    this.id = id;
  }

  public String table() {
    return table;
  }

  public String id() {
    return id;
  }

  /** Whether rows have a place in a list that people arrange. */
  boolean ordered() {
    return this == PRODUCT || this == CONFIG || this == ENVIRONMENT || this == SETTING;
  }
}
