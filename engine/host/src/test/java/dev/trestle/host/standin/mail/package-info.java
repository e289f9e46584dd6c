/** Tests of the mailbox's server with a client that speaks SMTP as it likes. */
@NullMarked
package dev.trestle.host.standin.mail;

import org.jspecify.annotations.NullMarked;
