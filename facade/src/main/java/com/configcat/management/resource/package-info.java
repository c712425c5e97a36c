/** Resources that do more than one operation of the API at a time. */
@NullMarked
package com.configcat.management.resource;

import org.jspecify.annotations.NullMarked;
