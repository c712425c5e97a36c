/** Finding resources, and creating or updating them until they are in the desired state. */
@NullMarked
package com.configcat.management.internal.ensure;

import org.jspecify.annotations.NullMarked;
