/**
 * Holds the lists of what the facade and the tests use of the generated client to their bytecode.
 *
 * <p>A document that takes away or changes something of these lists is not built from, so they must
 * be complete.
 */
package com.configcat.management.it.usage;
