/** The tasks of the client against a service with state, with faults at every step. */
package com.configcat.management.it.tasks;
