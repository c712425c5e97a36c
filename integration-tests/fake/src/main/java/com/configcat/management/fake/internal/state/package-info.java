/** Keeps what the fake serves, and the rules for it. */
@NullMarked
package com.configcat.management.fake.internal.state;

import org.jspecify.annotations.NullMarked;
