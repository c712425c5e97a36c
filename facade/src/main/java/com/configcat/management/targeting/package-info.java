/** What flags of V2 Configs serve to whom, written in words and checked before it is sent. */
@NullMarked
package com.configcat.management.targeting;

import org.jspecify.annotations.NullMarked;
