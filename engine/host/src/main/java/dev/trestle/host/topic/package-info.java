/** What is sent to the topics of a broker while a run goes on, read beside those whom it is for. */
@NullMarked
package dev.trestle.host.topic;

import org.jspecify.annotations.NullMarked;
