package com.configcat.management.it.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.model.AddOrUpdateIntegrationLinkModel;
import com.configcat.management.model.AddOrUpdateJiraIntegrationLinkModel;
import com.configcat.management.model.ConnectRequest;
import com.configcat.management.model.CreateIntegrationModel;
import com.configcat.management.model.IntegrationLinkType;
import com.configcat.management.model.ModifyIntegrationRequest;
import java.util.UUID;

/** Every operation on Integrations and their links. */
record IntegrationWalk(
    ConfigCatManagementClient client, UUID product, UUID config, UUID environment) {
  /** Links both flags with tickets. */
  void all(int oldFlag, int newFlag) {
    integrations();
    links(oldFlag, newFlag);
  }

  private void integrations() {
    var integrations = client.integrations();
    String rest =
        "'name':'Chat','parameters':{'incoming_webhook.url':'https://a.example'},"
            + "'environmentIds':['%s'],'configIds':['%s']}".formatted(environment, config);
    UUID id =
        integrations
            .create(
                product,
                Walk.body(CreateIntegrationModel.class, "{'integrationType':'slack'," + rest))
            .getIntegrationId();
    assertThat(integrations.get(id).getParameters()).hasSize(1);
    integrations.update(id, Walk.body(ModifyIntegrationRequest.class, "{" + rest));
    assertThat(integrations.list(product).getIntegrations()).hasSize(1);
    integrations.delete(id);
  }

  private void links(int oldFlag, int newFlag) {
    var links = client.integrationLinks();
    String secret = "'clientKey':'c','jiraJwtToken':'t'";
    links.addOrUpdate(
        environment,
        newFlag,
        IntegrationLinkType.JIRA,
        "SHOP-1",
        Walk.body(AddOrUpdateIntegrationLinkModel.class, "{'description':'d'}"));
    links.connectJira(Walk.body(ConnectRequest.class, "{" + secret + "}"));
    links.addOrUpdateJira(
        environment,
        oldFlag,
        "SHOP-1",
        Walk.body(
            AddOrUpdateJiraIntegrationLinkModel.class,
            "{" + secret + ",'url':'https://a.example'}"));
    assertThat(links.getDetails(IntegrationLinkType.JIRA, "SHOP-1").getDetails()).hasSize(2);
    assertThat(client.settingValues().get(environment, oldFlag).getIntegrationLinks()).hasSize(1);
    assertThat(client.settingValuesV2().get(environment, newFlag).getIntegrationLinks()).hasSize(1);
    assertThat(
            links
                .delete(environment, newFlag, IntegrationLinkType.JIRA, "SHOP-1")
                .getHasRemainingIntegrationLink())
        .isTrue();
  }
}
