package dev.trestle.cornershop.notification;

/** A mail to be sent, once as text and once as HTML. */
record Mail(String id, String recipient, String subject, String text, String html) {}
