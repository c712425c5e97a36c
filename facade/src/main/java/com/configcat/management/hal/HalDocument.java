package com.configcat.management.hal;

import java.util.List;

/**
 * A JSON+HAL answer.
 *
 * @param resources one for an object, each of them for an array
 */
record HalDocument(List<HalNode> resources) {}
