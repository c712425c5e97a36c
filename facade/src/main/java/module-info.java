/** A client for the ConfigCat Public Management API. */
module com.configcat.management {
  requires transitive com.configcat.management.generated;
  requires static transitive org.jspecify;
  requires retrofit2.converter.gson;
  requires static com.fasterxml.jackson.annotation;
  requires static io.github.bucket4j.core;
  requires static micrometer.commons;
  requires static micrometer.core;
  requires static micrometer.observation;
  requires static org.junit.jupiter.api;
  requires static org.slf4j;
  requires static spring.beans;
  requires static spring.boot;
  requires static spring.boot.actuator;
  requires static spring.boot.autoconfigure;
  requires static spring.boot.health;
  requires static spring.context;

  exports com.configcat.management;
  exports com.configcat.management.core;
  exports com.configcat.management.error;
  exports com.configcat.management.flag;
  exports com.configcat.management.hal;
  exports com.configcat.management.junit;
  exports com.configcat.management.listener;
  exports com.configcat.management.micrometer;
  exports com.configcat.management.ratelimit;
  exports com.configcat.management.resource;
  exports com.configcat.management.spring;
  exports com.configcat.management.targeting;
  exports com.configcat.management.webhook;

  // For the methods that make beans.
  opens com.configcat.management.spring;
}
