/** What is published: poms, jars, and the folder that a release stages. */
@NullMarked
package com.configcat.management.it.publish;

import org.jspecify.annotations.NullMarked;
