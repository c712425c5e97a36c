/** Makes the document that is generated from. */
@NullMarked
package com.configcat.management.openapi.fix;

import org.jspecify.annotations.NullMarked;
