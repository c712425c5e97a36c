/**
 * Servers, proxies and networks that do what no specification allows, as tables: what each does,
 * and how calls of every kind end.
 */
@NullMarked
package com.configcat.management.hostile;

import org.jspecify.annotations.NullMarked;
