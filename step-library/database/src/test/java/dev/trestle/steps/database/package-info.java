/** Tests of the steps for databases, with PostgreSQL where one is needed. */
@NullMarked
package dev.trestle.steps.database;

import org.jspecify.annotations.NullMarked;
