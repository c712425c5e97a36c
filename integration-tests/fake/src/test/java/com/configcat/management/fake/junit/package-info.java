/** Tests of the JUnit extension, as those who test with it see it. */
@NullMarked
package com.configcat.management.fake.junit;

import org.jspecify.annotations.NullMarked;
