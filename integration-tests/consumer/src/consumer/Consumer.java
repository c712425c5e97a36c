package consumer;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.api.SdkKey;
import com.configcat.management.model.ProductModel;
import com.configcat.management.model.SettingValue;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes the two documented calls with the published client, to a service in another process. */
public final class Consumer {
  private static final String FLAG = "enableMyAwesomeFeature";

  private Consumer() {}

  public static void main(String... arguments) throws Exception {
    checkClassPath(Path.of(arguments[1]));
    Process service =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                arguments[0],
                "--port",
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = service.inputReader()) {
      call(
          after("CONFIGCAT_BASE_URL=", said),
          after("CONFIGCAT_API_USER=", said),
          after("CONFIGCAT_API_PASS=", said),
          SdkKey.of(after("X-CONFIGCAT-SDKKEY: ", said)));
    } finally {
      service.destroy();
    }
    System.out.println("The published client works");
  }

  private static void call(String baseUrl, String user, String password, SdkKey sdkKey) {
    try (ConfigCatManagementClient configcat =
        ConfigCatManagementClient.builder().credentials(user, password).baseUrl(baseUrl).build()) {
      List<ProductModel> products = configcat.products().list();
      check(products.size() == 1 && products.get(0).getName().equals("Shop"), "one Product");
      check(served(configcat, sdkKey).equals(SettingValue.of(false)), "false at first");

      configcat.updateFlagBySdkKey(sdkKey, FLAG, true, "Automate_Test_Run");

      check(served(configcat, sdkKey).equals(SettingValue.of(true)), "true in the end");
      check(
          configcat
              .auditLogs()
              .streamOfProduct(products.get(0).getProductId())
              .anyMatch(entry -> "Automate_Test_Run".equals(entry.getWhy())),
          "the reason in the audit log");
    }
  }

  private static SettingValue served(ConfigCatManagementClient configcat, SdkKey sdkKey) {
    return configcat.settingValuesBySdkKey().get(FLAG, sdkKey).getValue();
  }

  /** What Maven has resolved has to be what the SBOM lists, and the client itself. */
  private static void checkClassPath(Path sbom) throws IOException {
    JsonObject json = JsonParser.parseString(Files.readString(sbom)).getAsJsonObject();
    Set<String> listed = new TreeSet<>();
    listed.add(file(json.getAsJsonObject("metadata").get("component")));
    json.getAsJsonArray("components").forEach(component -> listed.add(file(component)));
    Set<String> resolved = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        resolved.add(Path.of(entry).getFileName().toString());
      }
    }
    check(resolved.equals(listed), "the class path to be " + listed + ", not " + resolved);
  }

  private static String file(JsonElement component) {
    JsonObject of = component.getAsJsonObject();
    return of.get("name").getAsString() + "-" + of.get("version").getAsString() + ".jar";
  }

  private static String after(String prefix, BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(prefix)) {
        return line.substring(prefix.length());
      }
    }
    throw new IllegalStateException("The service has not said " + prefix);
  }

  private static void check(boolean met, String expected) {
    if (!met) {
      throw new AssertionError("Expected " + expected);
    }
  }
}
