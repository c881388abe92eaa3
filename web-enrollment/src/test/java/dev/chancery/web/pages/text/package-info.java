/** Tests of the texts. */
package dev.chancery.web.pages.text;
