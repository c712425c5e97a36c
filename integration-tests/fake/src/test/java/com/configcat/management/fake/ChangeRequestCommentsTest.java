package com.configcat.management.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

/** What people say on change requests. */
class ChangeRequestCommentsTest extends ChangeRequestShop {
  private static String comment(JsonObject comment) {
    return "/v2/change-request-comments/" + comment.get("changeRequestCommentId").getAsLong();
  }

  private JsonObject add(long id, String text) {
    return caller.post(one(id) + "/comments", "{\"body\":\"" + text + "\"}").object();
  }

  @Test
  void oneIsAddedEditedAndDeleted() {
    long id = turnOn("");

    JsonObject added = add(id, "Why?");
    assertThat(added.get("editedAt").isJsonNull()).isTrue();
    assertThat(added.get("userFullName").getAsString()).isEqualTo(ConfigCatFake.USER);
    JsonObject edited = caller.put(comment(added), "{\"body\":\"Why not?\"}").object();

    assertThat(edited.get("body").getAsString()).isEqualTo("Why not?");
    assertThat(edited.get("editedAt").isJsonNull()).isFalse();
    assertThat(objects(read(id), "comments")).containsExactly(edited);
    JsonObject list = caller.get("/v2/products/" + product.id() + "/change-requests").object();
    assertThat(texts(list.getAsJsonObject("changeRequests"), "data", "commentCount"))
        .containsExactly("1");
    assertThat(caller.delete(comment(added)).status()).isEqualTo(204);
    assertThat(objects(read(id), "comments")).isEmpty();
    assertThat(caller.delete(comment(added)).status()).isEqualTo(404);
    assertThat(auditRecords().types())
        .startsWith(
            "changeRequestCommentDeleted",
            "changeRequestCommentEdited",
            "changeRequestCommentAdded");
  }

  @Test
  void onlyItsAuthorEditsAndDeletesIt() {
    long id = turnOn("");
    JsonObject added = add(id, "Why?");
    Caller grace = colleague();

    assertThat(grace.put(comment(added), "{\"body\":\"x\"}").status()).isEqualTo(403);
    assertThat(grace.delete(comment(added)).status()).isEqualTo(403);
    assertThat(objects(read(id), "comments")).containsExactly(added);
  }

  @Test
  void aCommentHasTextOfLimitedLength() {
    String path = one(turnOn("")) + "/comments";

    assertThat(caller.post(path, "{}").object().keySet()).containsExactly("Body");
    assertThat(caller.post(path, "{\"body\":\"" + "x".repeat(5001) + "\"}").status())
        .isEqualTo(400);
    assertThat(caller.post(path, "{\"body\":\"" + "x".repeat(5000) + "\"}").status())
        .isEqualTo(200);
  }

  @Test
  void whatIsAppliedCanStillBeDiscussed() {
    long id = turnOn("");
    act(id, "apply");

    add(id, "Thanks");

    assertThat(texts(read(id), "comments", "body")).containsExactly("Thanks");
  }
}
