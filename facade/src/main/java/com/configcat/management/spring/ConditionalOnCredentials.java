package com.configcat.management.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;

/** Matches if there are credentials, or one half of them: then the other half is asked for. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnCredentials.UserOrPassword.class)
@interface ConditionalOnCredentials {
  /** Either property. */
  final class UserOrPassword extends AnyNestedCondition {
    UserOrPassword() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnProperty("configcat.management.user")
    static final class User {}

    @ConditionalOnProperty("configcat.management.password")
    static final class Password {}
  }
}
