package com.configcat.management.hal;

import java.util.List;

/**
 * A JSON+HAL response body.
 *
 * @param resources one resource for an object, one per element for an array
 */
record HalDocument(List<HalNode> resources) {}
