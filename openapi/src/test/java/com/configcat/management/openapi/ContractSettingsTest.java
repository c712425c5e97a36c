package com.configcat.management.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.openapi.document.ContractException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractSettingsTest {
  @Test
  void readsTheArgumentsOfTheBuild() {
    ContractSettings settings = settings("mode=live", "offline=true");

    assertThat(settings.mode()).isEqualTo(ContractSettings.Mode.LIVE);
    assertThat(settings.goal()).isEqualTo(ContractSettings.Goal.BUILD);
    assertThat(settings.url()).isEqualTo("https://example.com/?a=b");
    assertThat(settings.offline()).isTrue();
    assertThat(settings.out()).isEqualTo(Path.of("o"));
    assertThat(settings.limit()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void ignoresTheFacadeWithTheLiveDocumentOnly() {
    assertThat(settings("mode=live", "facade=ignore", "offline=false").facade())
        .isEqualTo(ContractSettings.Facade.IGNORE);
    for (String mode : List.of("mode=auto", "mode=pinned")) {
      assertThatThrownBy(() -> settings(mode, "facade=ignore", "offline=false"))
          .isInstanceOf(ContractException.class)
          .hasMessageContaining("-Dcontract.facade=ignore works with -Dcontract.mode=live only");
    }
  }

  @Test
  void refusesAModeThatDoesNotExistAndNamesThoseThatDo() {
    assertThatThrownBy(() -> settings("mode=latest", "offline=false"))
        .isInstanceOf(ContractException.class)
        .hasMessage("contract.mode is 'latest': choose one of [auto, live, pinned]");
  }

  @Test
  void namesTheArgumentThatIsMissingOrNone() {
    assertThatThrownBy(() -> ContractSettings.of("goal=build"))
        .hasMessage("The argument mode= is missing");
    assertThatThrownBy(() -> ContractSettings.of("live"))
        .hasMessageContaining("live is not of the form");
  }

  private static ContractSettings settings(String mode, String offline) {
    return settings(mode, "facade=check", offline);
  }

  private static ContractSettings settings(String mode, String facade, String offline) {
    return ContractSettings.of(
        "goal=build",
        mode,
        facade,
        "url=https://example.com/?a=b",
        offline,
        "contract=c",
        "out=o",
        "drift=d",
        "refresh=r",
        "changelog=l");
  }
}
