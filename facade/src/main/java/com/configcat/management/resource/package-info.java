/**
 * Service classes for resources that combine several API operations, and the reports they return.
 */
@NullMarked
package com.configcat.management.resource;

import org.jspecify.annotations.NullMarked;
