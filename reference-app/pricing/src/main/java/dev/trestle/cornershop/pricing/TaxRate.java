package dev.trestle.cornershop.pricing;

/** A country's tax on everything, in hundredths of a percent. */
record TaxRate(String country, int rateBasisPoints) {}
