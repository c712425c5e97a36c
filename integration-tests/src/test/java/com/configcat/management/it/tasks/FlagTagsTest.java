package com.configcat.management.it.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.error.ConfigCatException;
import com.configcat.management.fake.FakeFlag;
import com.configcat.management.model.CreateTagModel;
import com.configcat.management.model.SettingModel;
import com.configcat.management.model.TagModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagTagsTest extends Home {
  private final FakeFlag flag = v2.flag("flag");
  private final long nightly = tag("nightly");
  private final long web = tag("web");
  private final long old = tag("old");

  private long tag(String name) {
    return configcat
        .tags()
        .create(product.id(), CreateTagModel.builder().name(name).build())
        .getTagId();
  }

  private static List<Long> tags(SettingModel flag) {
    return flag.getTags().stream().map(TagModel::getTagId).toList();
  }

  @Test
  void addsThoseThatAreNotThere() {
    assertThat(tags(configcat.flags().addTags(flag.id(), old))).containsExactly(old);
    assertThat(tags(configcat.flags().addTags(flag.id(), web, old, nightly, web)))
        .containsExactlyInAnyOrder(old, web, nightly);
    assertThat(configcat.flags().get(flag.id()).getKey()).isEqualTo("flag");
  }

  @Test
  void takesAwayThoseThatAreThere() {
    configcat.flags().addTags(flag.id(), nightly, web, old);

    assertThat(tags(configcat.flags().removeTags(flag.id(), web))).containsExactly(nightly, old);
    assertThat(tags(configcat.flags().removeTags(flag.id(), old, web, nightly))).isEmpty();
    assertThat(configcat.tags().list(product.id())).hasSize(3);
  }

  @Test
  void writesNothingWhereNothingDiffers() {
    configcat.flags().addTags(flag.id(), web);
    fake.forgetRequests();

    assertThat(tags(configcat.flags().addTags(flag.id(), web))).containsExactly(web);
    assertThat(tags(configcat.flags().removeTags(flag.id(), old))).containsExactly(web);
    assertThat(writes()).isEmpty();
  }

  @Test
  void refusesWhatIsNoTag() {
    fake.forgetRequests();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> configcat.flags().addTags(flag.id()))
        .withMessageContaining("at least one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> configcat.flags().removeTags(flag.id(), 0))
        .withMessageContaining("more than 0");
    assertThat(fake.requests()).isEmpty();
    assertThatThrownBy(() -> configcat.flags().addTags(flag.id(), 999_999))
        .isInstanceOf(ConfigCatException.class);
    assertThat(tags(configcat.flags().get(flag.id()))).isEmpty();
  }
}
