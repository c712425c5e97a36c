package com.configcat.management.internal.flag;

import com.configcat.management.internal.json.ValueFormat;

/** Identifies the value of a flag in an Environment. */
interface FlagAddress {
  /** Returns the format of the flag's Config, from the cache or by reads. */
  ValueFormat format();

  ValueEndpoint endpoint(ValueFormat format);
}
