/** What DictDB tells, to the console, to files and to code. Begin with {@link io.dictdb.logging.Logging}. */
package io.dictdb.logging;
