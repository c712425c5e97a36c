package com.configcat.management.it.tasks;

import com.configcat.management.ConfigCatManagementClient;

/** A round of a task. */
interface RandomWalk {
  /** Does the task while things go wrong, and looks what came of it. */
  RequestTrace walk(ConfigCatManagementClient client);
}
