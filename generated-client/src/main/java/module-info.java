/** Generated client for the ConfigCat Public Management API. */
module com.configcat.management.generated {
  requires transitive com.google.gson;
  requires transitive okhttp3;
  requires transitive org.jspecify;
  requires transitive retrofit2;

  exports com.configcat.management.api;
  exports com.configcat.management.codec;
  exports com.configcat.management.model;
  exports com.configcat.management.operations;
}
