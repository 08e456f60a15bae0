/** A small read-only web server: requests, answers, and what other sites must not do with them. */
package io.ardmstream.dashboard.web;
