package com.configcat.management.budget;

import com.configcat.management.ConfigCatManagementClient;
import com.configcat.management.ratelimit.RateLimit;
import com.configcat.management.ratelimit.RateLimiter;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Reads a Product again and again, and prints the bytes that a call allocates, on all threads. */
final class ManyCallsProgram {
  private static final int WARM_UP = 500;
  private static final int CALLS = 1_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private ManyCallsProgram() {}

  public static void main(String[] args) {
    try (ConfigCatManagementClient client =
        ConfigCatManagementClient.builder()
            .credentials("user", "password")
            .baseUrl(args[0])
            .rateLimiter(RateLimiter.slidingWindow(List.of(RateLimit.perMinute(1_000_000))))
            .build()) {
      read(client, WARM_UP);
      long before = allocated();
      read(client, CALLS);
      System.out.println((allocated() - before) / CALLS);
    }
  }

  private static void read(ConfigCatManagementClient client, int times) {
    for (int i = 0; i < times; i++) {
      var unused = client.products().get(FirstCallProgram.PRODUCT);
    }
  }

  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes); // Negative for a thread that has ended.
    }
    return sum;
  }
}
