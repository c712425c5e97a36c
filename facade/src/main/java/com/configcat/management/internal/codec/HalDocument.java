package com.configcat.management.internal.codec;

import java.util.List;

/**
 * A JSON+HAL answer.
 *
 * @param resources one for an object, each of them for an array
 */
public record HalDocument(List<HalNode> resources) {}
