/** Finds the contract and the folders of the build. */
@NullMarked
package com.configcat.management.it.contract;

import org.jspecify.annotations.NullMarked;
