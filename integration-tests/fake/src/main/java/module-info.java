/** A stand-in for the ConfigCat Public Management API. */
module com.configcat.management.fake {
  requires transitive com.google.gson;
  requires static transitive org.jspecify;
  requires jdk.httpserver;
  requires static com.configcat.management;
  requires static org.junit.jupiter.api;

  exports com.configcat.management.fake;
  exports com.configcat.management.fake.junit;
}
