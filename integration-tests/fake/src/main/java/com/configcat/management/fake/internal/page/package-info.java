/** Shows people what a fake holds, and what happened to it. */
@NullMarked
package com.configcat.management.fake.internal.page;

import org.jspecify.annotations.NullMarked;
