/** Webhooks that the service sends: whether they are genuine, and what they say has changed. */
@NullMarked
package com.configcat.management.webhook;

import org.jspecify.annotations.NullMarked;
