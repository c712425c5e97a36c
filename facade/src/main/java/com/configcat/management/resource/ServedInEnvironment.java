package com.configcat.management.resource;

import com.configcat.management.model.SettingValue;
import org.jspecify.annotations.Nullable;

/**
 * What a flag serves in an Environment.
 *
 * @param value served when no rule applies; null if the service sends none that this client knows
 * @param content equal where the same is served to everyone
 */
record ServedInEnvironment(@Nullable SettingValue value, boolean hasRules, Object content) {}
