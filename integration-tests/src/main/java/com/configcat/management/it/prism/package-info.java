/**
 * Runs Prism, a mock server that answers as an OpenAPI document says, in Docker or as a process.
 */
@NullMarked
package com.configcat.management.it.prism;

import org.jspecify.annotations.NullMarked;
