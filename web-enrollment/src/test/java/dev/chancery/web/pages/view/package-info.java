/** Tests of what the pages say. */
package dev.chancery.web.pages.view;
