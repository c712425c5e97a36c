/** Every public method of the facade, called with what it cannot take. */
package com.configcat.management.badinput;
