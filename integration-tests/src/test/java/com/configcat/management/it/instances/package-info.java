/** Several processes share limits through real stores; the profile 'instances' has it. */
@NullMarked
package com.configcat.management.it.instances;

import org.jspecify.annotations.NullMarked;
