/** What is counted of records: totals in rings of time, the latest records, and who was refused. */
package io.ardmstream.dashboard.rates;
