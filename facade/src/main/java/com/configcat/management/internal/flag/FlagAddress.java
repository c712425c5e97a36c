package com.configcat.management.internal.flag;

import com.configcat.management.internal.json.ValueFormat;

/** Names the value of a flag in an Environment. */
interface FlagAddress {
  /** Returns the format of the flag's Config: as remembered, or else found out by reads alone. */
  ValueFormat format();

  /** Returns where the value is in a format. */
  ValueEndpoint endpoint(ValueFormat format);
}
