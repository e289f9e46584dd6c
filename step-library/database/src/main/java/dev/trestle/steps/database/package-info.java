/** Steps that look into the databases of an environment and change them. */
@NullMarked
package dev.trestle.steps.database;

import org.jspecify.annotations.NullMarked;
