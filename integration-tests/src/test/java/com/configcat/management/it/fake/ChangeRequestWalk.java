package com.configcat.management.it.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.model.AddChangeRequestCommentModel;
import com.configcat.management.model.ChangeRequestModel;
import com.configcat.management.model.ChangeRequestStatus;
import com.configcat.management.model.CreateChangeRequestModel;
import com.configcat.management.model.ResolveChangeRequestSettingConflictsModel;
import com.configcat.management.model.UpdateChangeRequestCommentModel;
import com.configcat.management.model.UpdateChangeRequestModel;
import com.configcat.management.model.UpdateChangeRequestProposedChangesModel;
import java.util.UUID;

/** Every operation on change requests. */
record ChangeRequestWalk(
    ConfigCatManagementClient client, UUID product, UUID config, UUID environment, UUID segment) {
  /** Proposes a value for a flag with a prerequisite, and another for a text Setting. */
  void all(int flag, int text) {
    var requests = client.changeRequests();
    String proposal =
        """
        {'settingId':%d,'defaultValue':{'boolValue':true},'percentageEvaluationAttribute':'Plan',
         'targetingRules':[{'conditions':[
           {'userCondition':{'comparisonAttribute':'Email','comparator':'isOneOf',
            'comparisonValue':{'listValue':[{'value':'a','hint':'b'}]}}},
           {'segmentCondition':{'segmentId':'%s','comparator':'isIn'}},
           {'prerequisiteFlagCondition':{'prerequisiteSettingId':%d,'comparator':'equals',
            'prerequisiteComparisonValue':{'stringValue':'x'}}}],
          'percentageOptions':[{'percentage':40,'value':{'boolValue':true}},
            {'percentage':60,'value':{'boolValue':false}}]}]}
        """
            .formatted(flag, segment, text);
    String ofText = "{'settingId':%d,'defaultValue':{'stringValue':'y'}}".formatted(text);
    long id =
        create(
            """
            {'title':'Do it','applyAt':'2030-01-01T00:00:00Z','reason':'why',
             'sendNotificationsToApprovers':true,
             'proposedChanges':[{'proposedChange':%s},{'proposedChange':%s}]}
            """
                .formatted(proposal, ofText));
    assertThat(requests.list(product).getChangeRequests().getData()).hasSize(1);
    assertThat(requests.get(id).getSettingValues()).hasSize(2);
    assertThat(requests.getProposedChanges(id).getProposedChanges()).hasSize(2);
    requests.replaceProposedChanges(
        id,
        Walk.body(
            UpdateChangeRequestProposedChangesModel.class,
            "{'proposedChanges':[%s],'forced':true}".formatted(proposal)));
    client.settingValuesV2().patch(environment, text, Walk.patch("/defaultValue/stringValue", "z"));
    assertThat(requests.get(id).getNeedsAttention()).isTrue();
    ChangeRequestModel resolved =
        requests.resolveConflicts(
            id,
            text,
            Walk.body(
                ResolveChangeRequestSettingConflictsModel.class,
                "{'proposedChange':" + ofText + "}"));
    assertThat(resolved.getNeedsAttention()).isFalse();
    assertThat(requests.deleteProposedChange(id, text).getSettingValues()).hasSize(1);
    comments(id);
    requests.update(id, Walk.body(UpdateChangeRequestModel.class, "{'title':'Do it now'}"));
    requests.claimOwnership(id);
    assertThat(requests.approve(id).getApproved()).isTrue();
    assertThat(requests.removeApproval(id).getApproved()).isFalse();
    assertThat(requests.apply(id).getChangeRequestStatus()).isEqualTo(ChangeRequestStatus.APPLIED);
    assertThat(requests.close(create("{'title':'No'}")).getChangeRequestStatus())
        .isEqualTo(ChangeRequestStatus.CLOSED);
  }

  private long create(String json) {
    return client
        .changeRequests()
        .create(config, environment, Walk.body(CreateChangeRequestModel.class, json))
        .getChangeRequestId();
  }

  private void comments(long id) {
    var requests = client.changeRequests();
    long comment =
        requests
            .addComment(id, Walk.body(AddChangeRequestCommentModel.class, "{'body':'Why?'}"))
            .getChangeRequestCommentId();
    requests.updateComment(
        comment, Walk.body(UpdateChangeRequestCommentModel.class, "{'body':'Why not?'}"));
    assertThat(requests.get(id).getComments()).hasSize(1);
    requests.deleteComment(comment);
  }
}
