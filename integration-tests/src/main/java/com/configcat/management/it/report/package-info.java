/** What the contract tests found, and the gate that wants all of it. */
@NullMarked
package com.configcat.management.it.report;

import org.jspecify.annotations.NullMarked;
