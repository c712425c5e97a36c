package com.configcat.management.it.instances;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.error.ConfigCatException;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * One of several processes: makes the recipe's client, says "ready", waits for a line, and then
 * lists Products on several threads as fast as it can, telling what becomes of each call. Ends with
 * its standard input.
 */
final class Instance {
  private static final int THREADS = 8;

  private Instance() {}

  public static void main(String... arguments) throws Exception {
    ConfigCatManagementClient client =
        RedisRecipe.start(arguments[0], "jane@example.com", "p4ssw0rd", URI.create(arguments[1]))
            .client();
    warmUp(client);
    System.out.println("ready");
    if (System.in.read() >= 0) {
      for (int i = 0; i < THREADS; i++) {
        Thread caller = new Thread(() -> callOn(client));
        caller.setDaemon(true);
        caller.start();
      }
      while (System.in.read() >= 0) {
        // Until whoever started this process closes it, or is gone.
      }
    }
    Runtime.getRuntime().halt(0);
  }

  /** Makes the bucket. What is slow only once may take longer than the recipe waits. */
  private static void warmUp(ConfigCatManagementClient client) {
    while (true) {
      try {
        client.products().list();
        return;
      } catch (ConfigCatException e) {
        pause();
      }
    }
  }

  private static void callOn(ConfigCatManagementClient client) {
    while (true) {
      try {
        client.products().list();
        System.out.println("answered");
      } catch (ConfigCatException e) {
        System.out.println("failed: " + e.getClass().getSimpleName() + ": " + e.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
