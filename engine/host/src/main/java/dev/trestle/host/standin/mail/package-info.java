/** The SMTP server of the mailbox, and how the mails that came are read. */
@NullMarked
package dev.trestle.host.standin.mail;

import org.jspecify.annotations.NullMarked;
