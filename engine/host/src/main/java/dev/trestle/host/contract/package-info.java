/** Whether what passes the edges is what the documents of the services say. */
@NullMarked
package dev.trestle.host.contract;

import org.jspecify.annotations.NullMarked;
