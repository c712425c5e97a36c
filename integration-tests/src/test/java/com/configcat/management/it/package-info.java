/** Tests of the harness, and contract tests on it. */
@NullMarked
package com.configcat.management.it;

import org.jspecify.annotations.NullMarked;
