/** What Logback has to find by its class, and nobody else. */
package io.dictdb.logging.internal;
