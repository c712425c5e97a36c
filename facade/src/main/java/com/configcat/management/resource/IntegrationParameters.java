package com.configcat.management.resource;

import com.configcat.management.internal.core.Preconditions;
import com.configcat.management.model.IntegrationType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a connection with another tool needs, under the names that the service knows.
 *
 * <pre>{@code
 * IntegrationParameters.dataDog().apiKey(apiKey).site(IntegrationParameters.DataDogSite.EU).build()
 * }</pre>
 *
 * <p>Values are secret: {@link #toString} shows names only. Immutable.
 */
public final class IntegrationParameters {
  private final IntegrationType type;
  private final Map<String, String> values;

  private IntegrationParameters(IntegrationType type, Map<String, String> values) {
    this.type = type;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Starts those of Datadog.
   *
   * @return a builder that needs an API key
   */
  public static DataDog dataDog() {
    return new DataDog();
  }

  /**
   * Starts those of Slack.
   *
   * @return a builder that needs the URL of an incoming webhook
   */
  public static Slack slack() {
    return new Slack();
  }

  /**
   * Starts those of Amplitude.
   *
   * @return a builder that needs an API key and a secret key
   */
  public static Amplitude amplitude() {
    return new Amplitude();
  }

  /**
   * Starts those of Mixpanel.
   *
   * @return a builder that needs a service account and a project
   */
  public static MixPanel mixPanel() {
    return new MixPanel();
  }

  /**
   * Starts those of Twilio Segment.
   *
   * @return a builder that needs a write key
   */
  public static Segment segment() {
    return new Segment();
  }

  /**
   * Returns what they are for.
   *
   * @return the type of the integration
   */
  public IntegrationType type() {
    return type;
  }

  /**
   * Returns them as the API takes them.
   *
   * @return secrets by name
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

  /** Collects values until they are complete. */
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

  /** Where a Datadog account lives. */
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

  /** Where a Mixpanel project lives. */
  public enum MixPanelServer {
    /** The standard server. */
    STANDARD("StandardServer"),
    /** The server for data that has to stay in the EU. */
    EU_RESIDENCY("EUResidencyServer");

    private final String wireValue;

    MixPanelServer(String wireValue) {
      this.wireValue = wireValue;
    }
  }

  /** Where a Segment workspace lives. */
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

  /** Builds the parameters of Datadog. Not safe for use by several threads at once. */
  public static final class DataDog {
    private final Values values = new Values(IntegrationType.DATA_DOG);

    private DataDog() {}

    /**
     * Sets the API key, which is required.
     *
     * @param apiKey a secret
     * @return this builder
     */
    public DataDog apiKey(String apiKey) {
      values.set("apikey", apiKey);
      return this;
    }

    /**
     * Sets where the account lives.
     *
     * @param site the service's choice unless set
     * @return this builder
     */
    public DataDog site(DataDogSite site) {
      values.set(
          "site", Preconditions.value(site, "site", "give one such as DataDogSite.EU").wireValue);
      return this;
    }

    /**
     * Builds them.
     *
     * @return the parameters
     * @throws IllegalStateException if one is missing
     */
    public IntegrationParameters build() {
      return values.complete("apikey");
    }
  }

  /** Builds the parameters of Slack. Not safe for use by several threads at once. */
  public static final class Slack {
    private final Values values = new Values(IntegrationType.SLACK);

    private Slack() {}

    /**
     * Sets the URL of Slack's incoming webhook, which is required.
     *
     * @param url a secret
     * @return this builder
     */
    public Slack incomingWebhookUrl(String url) {
      values.set("incoming_webhook.url", url);
      return this;
    }

    /**
     * Sets whether messages hold sensitive data.
     *
     * @param include the service's choice unless set
     * @return this builder
     */
    public Slack includeSensitiveData(boolean include) {
      values.set("includeSensitiveData", Boolean.toString(include));
      return this;
    }

    /**
     * Builds them.
     *
     * @return the parameters
     * @throws IllegalStateException if one is missing
     */
    public IntegrationParameters build() {
      return values.complete("incoming_webhook.url");
    }
  }

  /** Builds the parameters of Amplitude. Not safe for use by several threads at once. */
  public static final class Amplitude {
    private final Values values = new Values(IntegrationType.AMPLITUDE);

    private Amplitude() {}

    /**
     * Sets the API key, which is required.
     *
     * @param apiKey a secret
     * @return this builder
     */
    public Amplitude apiKey(String apiKey) {
      values.set("apiKey", apiKey);
      return this;
    }

    /**
     * Sets the secret key, which is required.
     *
     * @param secretKey a secret
     * @return this builder
     */
    public Amplitude secretKey(String secretKey) {
      values.set("secretKey", secretKey);
      return this;
    }

    /**
     * Builds them.
     *
     * @return the parameters
     * @throws IllegalStateException if one is missing
     */
    public IntegrationParameters build() {
      return values.complete("apiKey", "secretKey");
    }
  }

  /** Builds the parameters of Mixpanel. Not safe for use by several threads at once. */
  public static final class MixPanel {
    private final Values values = new Values(IntegrationType.MIX_PANEL);

    private MixPanel() {}

    /**
     * Sets the service account, which is required.
     *
     * @param userName its user name
     * @param secret its secret
     * @return this builder
     */
    public MixPanel serviceAccount(String userName, String secret) {
      values.set("serviceAccountUserName", userName);
      values.set("serviceAccountSecret", secret);
      return this;
    }

    /**
     * Sets the project, which is required.
     *
     * @param projectId its id
     * @return this builder
     */
    public MixPanel projectId(String projectId) {
      values.set("projectId", projectId);
      return this;
    }

    /**
     * Sets where the project lives.
     *
     * @param server the service's choice unless set
     * @return this builder
     */
    public MixPanel server(MixPanelServer server) {
      values.set(
          "server",
          Preconditions.value(server, "server", "give MixPanelServer.STANDARD").wireValue);
      return this;
    }

    /**
     * Builds them.
     *
     * @return the parameters
     * @throws IllegalStateException if one is missing
     */
    public IntegrationParameters build() {
      return values.complete("serviceAccountUserName", "serviceAccountSecret", "projectId");
    }
  }

  /** Builds the parameters of Twilio Segment. Not safe for use by several threads at once. */
  public static final class Segment {
    private final Values values = new Values(IntegrationType.SEGMENT);

    private Segment() {}

    /**
     * Sets the write key, which is required.
     *
     * @param writeKey a secret
     * @return this builder
     */
    public Segment writeKey(String writeKey) {
      values.set("writeKey", writeKey);
      return this;
    }

    /**
     * Sets where the workspace lives.
     *
     * @param server the service's choice unless set
     * @return this builder
     */
    public Segment server(SegmentServer server) {
      values.set(
          "server", Preconditions.value(server, "server", "give SegmentServer.EU").wireValue);
      return this;
    }

    /**
     * Builds them.
     *
     * @return the parameters
     * @throws IllegalStateException if one is missing
     */
    public IntegrationParameters build() {
      return values.complete("writeKey");
    }
  }
}
