package com.configcat.management;

import com.configcat.management.internal.call.CallExecutor;
import com.configcat.management.internal.call.InlineExecutor;
import com.configcat.management.internal.call.TimeSource;
import com.configcat.management.internal.call.VirtualTime;

/** Makes clients that live in virtual time, where enqueued calls run on whoever passes the time. */
public final class VirtualClients {
  private VirtualClients() {}

  /** Starts a client whose every random draw is the same. */
  public static ConfigCatManagementClientBuilder builder(VirtualTime time, double random) {
    return builder(time, new InlineExecutor(), random);
  }

  /** Starts a client that lives in a time of your own. */
  public static ConfigCatManagementClientBuilder builder(
      TimeSource time, CallExecutor executor, double random) {
    return ConfigCatManagementClient.builder().testHooks(time, executor, () -> random);
  }
}
