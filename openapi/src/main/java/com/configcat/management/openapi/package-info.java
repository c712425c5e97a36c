/** Pulls, checks and fixes the API's OpenAPI document when building. */
@NullMarked
package com.configcat.management.openapi;

import org.jspecify.annotations.NullMarked;
