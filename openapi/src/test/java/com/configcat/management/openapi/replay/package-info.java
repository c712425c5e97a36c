/**
 * Documents that each differ from the pinned one in a single way, and what a build makes of them.
 */
@NullMarked
package com.configcat.management.openapi.replay;

import org.jspecify.annotations.NullMarked;
