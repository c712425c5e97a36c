package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.IntegrationType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Parameters of an integration with another tool, under the names used by the service.
 *
 * <pre>{@code
 * IntegrationParameters.dataDog().apiKey(apiKey).site(IntegrationParameters.DataDogSite.EU).build()
 * }</pre>
 *
 * <p>Text that is blank or has control characters throws an {@link IllegalArgumentException}.
 * Values are secrets: {@link #toString} contains names only. Immutable.
 */
public final class IntegrationParameters {
  private final IntegrationType type;
  private final Map<String, String> values;

  private IntegrationParameters(IntegrationType type, Map<String, String> values) {
    this.type = type;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Returns a builder for Datadog.
   *
   * @return a builder; requires an API key
   */
  public static DataDog dataDog() {
    return new DataDog();
  }

  /**
   * Returns a builder for Slack.
   *
   * @return a builder; requires the URL of an incoming webhook
   */
  public static Slack slack() {
    return new Slack();
  }

  /**
   * Returns a builder for Amplitude.
   *
   * @return a builder; requires an API key and a secret key
   */
  public static Amplitude amplitude() {
    return new Amplitude();
  }

  /**
   * Returns a builder for Mixpanel.
   *
   * @return a builder; requires a service account and a project
   */
  public static MixPanel mixPanel() {
    return new MixPanel();
  }

  /**
   * Returns a builder for Twilio Segment.
   *
   * @return a builder; requires a write key
   */
  public static Segment segment() {
    return new Segment();
  }

  /**
   * Returns the type of the integration.
   *
   * @return the type
   */
  public IntegrationType type() {
    return type;
  }

  /**
   * Returns the parameters as the API expects them.
   *
   * @return secrets by name; unmodifiable
   */
  public Map<String, String> toMap() {
    return values;
  }

  /** Returns the type and the names that are set, without values. */
  @Override
  public String toString() {
    return type.wireValue()
        + values.keySet().stream()
            .map(name -> name + "=***")
            .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Collects values and checks that the required ones are present. */
  private static final class Values {
    private final IntegrationType type;
    private final Map<String, String> values = new LinkedHashMap<>();

    Values(IntegrationType type) {
      this.type = type;
    }

    void set(String name, String value) {
      values.put(name, Preconditions.text(value, name, "give the one of " + type.wireValue()));
    }

    IntegrationParameters complete(String... required) {
      for (String name : required) {
        if (!values.containsKey(name)) {
          throw new IllegalStateException(
              type.wireValue() + " needs " + name + ": set it before build()");
        }
      }
      return new IntegrationParameters(type, values);
    }
  }

  /** The site of a Datadog account. */
  public enum DataDogSite {
    /** US1, app.datadoghq.com. */
    US("Us"),
    /** EU1, app.datadoghq.eu. */
    EU("Eu"),
    /** US1-FED, app.ddog-gov.com. */
    US1_FED("Us1Fed"),
    /** US3, us3.datadoghq.com. */
    US3("Us3"),
    /** US5, us5.datadoghq.com. */
    US5("Us5");

    private final String wireValue;

    DataDogSite(String wireValue) {
      this.wireValue = wireValue;
    }
  }

  /** The region of a Mixpanel project. */
  public enum MixPanelServer {
    /** The standard server. */
    STANDARD("StandardServer"),
    /** The server with EU data residency. */
    EU_RESIDENCY("EUResidencyServer");

    private final String wireValue;

    MixPanelServer(String wireValue) {
      this.wireValue = wireValue;
    }
  }

  /** The region of a Segment workspace. */
  public enum SegmentServer {
    /** In the US. */
    US("Us"),
    /** In the EU. */
    EU("Eu");

    private final String wireValue;

    SegmentServer(String wireValue) {
      this.wireValue = wireValue;
    }
  }

  /** Builds parameters for Datadog. Not thread-safe. */
  public static final class DataDog {
    private final Values values = new Values(IntegrationType.DATA_DOG);

    private DataDog() {}

    /**
     * Sets the API key. Required.
     *
     * @param apiKey a secret
     * @return this builder
     */
    public DataDog apiKey(String apiKey) {
      values.set("apikey", apiKey);
      return this;
    }

    /**
     * Sets the site of the account.
     *
     * @param site the site; if not set, the service's default
     * @return this builder
     */
    public DataDog site(DataDogSite site) {
      values.set(
          "site", Preconditions.value(site, "site", "give one such as DataDogSite.EU").wireValue);
      return this;
    }

    /**
     * Builds the parameters.
     *
     * @return the parameters
     * @throws IllegalStateException if a required parameter is missing
     */
    public IntegrationParameters build() {
      return values.complete("apikey");
    }
  }

  /** Builds parameters for Slack. Not thread-safe. */
  public static final class Slack {
    private final Values values = new Values(IntegrationType.SLACK);

    private Slack() {}

    /**
     * Sets the URL of Slack's incoming webhook. Required.
     *
     * @param url a secret
     * @return this builder
     */
    public Slack incomingWebhookUrl(String url) {
      values.set("incoming_webhook.url", url);
      return this;
    }

    /**
     * Sets whether messages contain sensitive data.
     *
     * @param include true to include it; if not set, the service's default
     * @return this builder
     */
    public Slack includeSensitiveData(boolean include) {
      values.set("includeSensitiveData", Boolean.toString(include));
      return this;
    }

    /**
     * Builds the parameters.
     *
     * @return the parameters
     * @throws IllegalStateException if a required parameter is missing
     */
    public IntegrationParameters build() {
      return values.complete("incoming_webhook.url");
    }
  }

  /** Builds parameters for Amplitude. Not thread-safe. */
  public static final class Amplitude {
    private final Values values = new Values(IntegrationType.AMPLITUDE);

    private Amplitude() {}

    /**
     * Sets the API key. Required.
     *
     * @param apiKey a secret
     * @return this builder
     */
    public Amplitude apiKey(String apiKey) {
      values.set("apiKey", apiKey);
      return this;
    }

    /**
     * Sets the secret key. Required.
     *
     * @param secretKey a secret
     * @return this builder
     */
    public Amplitude secretKey(String secretKey) {
      values.set("secretKey", secretKey);
      return this;
    }

    /**
     * Builds the parameters.
     *
     * @return the parameters
     * @throws IllegalStateException if a required parameter is missing
     */
    public IntegrationParameters build() {
      return values.complete("apiKey", "secretKey");
    }
  }

  /** Builds parameters for Mixpanel. Not thread-safe. */
  public static final class MixPanel {
    private final Values values = new Values(IntegrationType.MIX_PANEL);

    private MixPanel() {}

    /**
     * Sets the service account. Required.
     *
     * @param userName the user name of the account
     * @param secret the secret of the account
     * @return this builder
     */
    public MixPanel serviceAccount(String userName, String secret) {
      values.set("serviceAccountUserName", userName);
      values.set("serviceAccountSecret", secret);
      return this;
    }

    /**
     * Sets the project. Required.
     *
     * @param projectId the id of the project
     * @return this builder
     */
    public MixPanel projectId(String projectId) {
      values.set("projectId", projectId);
      return this;
    }

    /**
     * Sets the region of the project.
     *
     * @param server the region; if not set, the service's default
     * @return this builder
     */
    public MixPanel server(MixPanelServer server) {
      values.set(
          "server",
          Preconditions.value(server, "server", "give MixPanelServer.STANDARD").wireValue);
      return this;
    }

    /**
     * Builds the parameters.
     *
     * @return the parameters
     * @throws IllegalStateException if a required parameter is missing
     */
    public IntegrationParameters build() {
      return values.complete("serviceAccountUserName", "serviceAccountSecret", "projectId");
    }
  }

  /** Builds parameters for Twilio Segment. Not thread-safe. */
  public static final class Segment {
    private final Values values = new Values(IntegrationType.SEGMENT);

    private Segment() {}

    /**
     * Sets the write key. Required.
     *
     * @param writeKey a secret
     * @return this builder
     */
    public Segment writeKey(String writeKey) {
      values.set("writeKey", writeKey);
      return this;
    }

    /**
     * Sets the region of the workspace.
     *
     * @param server the region; if not set, the service's default
     * @return this builder
     */
    public Segment server(SegmentServer server) {
      values.set(
          "server", Preconditions.value(server, "server", "give SegmentServer.EU").wireValue);
      return this;
    }

    /**
     * Builds the parameters.
     *
     * @return the parameters
     * @throws IllegalStateException if a required parameter is missing
     */
    public IntegrationParameters build() {
      return values.complete("writeKey");
    }
  }
}
