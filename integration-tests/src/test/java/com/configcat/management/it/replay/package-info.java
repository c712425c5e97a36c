/** Builds the client, the facade and all tests from many documents; the profile 'replay' has it. */
package com.configcat.management.it.replay;
