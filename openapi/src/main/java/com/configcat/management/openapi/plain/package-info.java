/**
 * Says in one way what OpenAPI lets an author say in many, so that templates and tests meet few
 * forms, whoever wrote the document.
 */
@NullMarked
package com.configcat.management.openapi.plain;

import org.jspecify.annotations.NullMarked;
