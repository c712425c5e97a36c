package com.configcat.management.it.instances;

import com.configcat.management.ConfigCatManagementClient;
import io.github.bucket4j.distributed.proxy.ProxyManager;

/**
 * What a recipe has made.
 *
 * @param client the client
 * @param proxyManager the store of the buckets
 * @param disconnect closes the connections to the store
 */
record RunningRecipe(
    ConfigCatManagementClient client, ProxyManager<String> proxyManager, Runnable disconnect)
    implements AutoCloseable {
  @Override
  public void close() {
    client.close();
    disconnect.run();
  }
}
