/** The Prism mock server that contract tests and the quickstart talk to. */
@NullMarked
package com.configcat.management.it;

import org.jspecify.annotations.NullMarked;
