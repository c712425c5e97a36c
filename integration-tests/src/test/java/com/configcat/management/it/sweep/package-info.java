/** Every operation of the document, called through the client, on Prism. */
package com.configcat.management.it.sweep;
