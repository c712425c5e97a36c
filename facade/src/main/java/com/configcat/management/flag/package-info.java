/** Reading and writing the values of flags: edits, copies, bulk replacement, temporary values. */
@NullMarked
package com.configcat.management.flag;

import org.jspecify.annotations.NullMarked;
