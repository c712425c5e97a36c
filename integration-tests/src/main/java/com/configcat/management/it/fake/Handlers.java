package com.configcat.management.it.fake;

import java.util.List;

/** Serves the operations of one resource. */
interface Handlers {
  /** Names what is served. */
  void serve(Routes routes);

  /** All that the fake serves. */
  static List<Handlers> all(Backend backend) {
    return List.of(
        new Accounts(backend),
        new Products(backend),
        new Preferences(backend),
        new Configs(backend),
        new Environments(backend),
        new Settings(backend),
        new Tags(backend),
        new Segments(backend),
        Values.v1(backend),
        Values.v2(backend),
        new Webhooks(backend),
        new AuditLogs(backend),
        new ChangeRequests(backend),
        new CodeReferences(backend),
        new StaleFlags(backend));
  }
}
