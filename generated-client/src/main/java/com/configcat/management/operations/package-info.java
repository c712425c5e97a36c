/**
 * The operations of the API as blocking methods, one class per tag, generated from its OpenAPI
 * document.
 */
@NullMarked
package com.configcat.management.operations;

import org.jspecify.annotations.NullMarked;
