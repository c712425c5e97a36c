/** A stand-in for the ConfigCat Public Management API. */
module com.configcat.management.fake {
  requires transitive com.google.gson;
  requires static transitive org.jspecify;
  requires jdk.httpserver;

  exports com.configcat.management.fake;
}
