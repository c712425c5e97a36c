package com.configcat.management.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.configcat.management.ConfigCatManagementClient;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class Bucket4jOptionalTest {
  private static final String OURS = "com.configcat.management.";

  @Test
  void aClientRunsWithoutIt() throws Exception {
    ClassLoader without = new WithoutBucket4j();
    assertThatThrownBy(() -> without.loadClass("io.github.bucket4j.Bucket"))
        .isInstanceOf(ClassNotFoundException.class);

    Class<?> type = without.loadClass(ConfigCatManagementClient.class.getName());
    assertThat(type.getClassLoader()).isSameAs(without);
    Object builder = type.getMethod("builder").invoke(null);
    builder =
        builder
            .getClass()
            .getMethod("credentials", String.class, String.class)
            .invoke(builder, "user", "p4ssw0rd");
    try (AutoCloseable client =
        (AutoCloseable) builder.getClass().getMethod("build").invoke(builder)) {
      assertThat(client.getClass().getMethod("products").invoke(client)).isNotNull();
    }
  }

  /** Loads what is ours anew, and never what is Bucket4j's. */
  private static final class WithoutBucket4j extends ClassLoader {
    WithoutBucket4j() {
      super(Bucket4jOptionalTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.github.bucket4j.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith(OURS)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (file == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
