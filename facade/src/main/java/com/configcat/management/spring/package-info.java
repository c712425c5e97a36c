/**
 * Auto-configuration for <a href="https://spring.io/projects/spring-boot">Spring Boot</a> 3.5 and
 * 4, which is an optional dependency.
 *
 * <p>Where {@code configcat.management.user} and {@code configcat.management.password} are set,
 * there is a client as a bean, which is closed with the application context. A {@link
 * com.configcat.management.spring.ConfigCatManagementClientCustomizer} changes what it is built of.
 */
@NullMarked
package com.configcat.management.spring;

import org.jspecify.annotations.NullMarked;
