/** Tasks of the facade against a fake of the service, step by step. */
@NullMarked
package com.configcat.management.it.tasks;

import org.jspecify.annotations.NullMarked;
