/** Tests of the pages, on a house whose stores are in memory and whose certificates are invented. */
package dev.chancery.web.pages;
