/** The tasks of the client against a service with state, with faults at every step. */
@NullMarked
package com.configcat.management.it.tasks;

import org.jspecify.annotations.NullMarked;
