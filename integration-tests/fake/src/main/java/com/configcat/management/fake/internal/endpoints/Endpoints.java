package com.configcat.management.fake.internal.endpoints;

import java.util.List;

/** Registers the operations of one resource. */
public interface Endpoints {
  /** Adds a route for each operation. */
  void serve(Routes routes);

  /** Returns those of all resources that the fake serves. */
  static List<Endpoints> all(Backend backend) {
    return List.of(
        new AccountEndpoints(backend),
        new ProductEndpoints(backend),
        new PreferenceEndpoints(backend),
        new ConfigEndpoints(backend),
        new EnvironmentEndpoints(backend),
        new SettingEndpoints(backend),
        new TagEndpoints(backend),
        new SegmentEndpoints(backend),
        SettingValueEndpoints.v1(backend),
        SettingValueEndpoints.v2(backend),
        new WebhookEndpoints(backend),
        new AuditLogEndpoints(backend),
        new ChangeRequestEndpoints(backend),
        new ChangeRequestActionEndpoints(backend),
        new ChangeRequestCommentEndpoints(backend),
        new ProposedChangeEndpoints(backend),
        new PredefinedVariationEndpoints(backend),
        new IntegrationEndpoints(backend),
        new IntegrationLinkEndpoints(backend),
        new CodeReferenceEndpoints(backend),
        new StaleFlagEndpoints(backend),
        new PermissionGroupEndpoints(backend),
        new MemberEndpoints(backend),
        new InvitationEndpoints(backend),
        new ProxyProfileEndpoints(backend),
        new ProxySdkKeyEndpoints(backend),
        new UsageEndpoints(backend));
  }
}
