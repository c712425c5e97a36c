/** The examples of the README, compiled and run. */
package com.configcat.management.it.readme;
